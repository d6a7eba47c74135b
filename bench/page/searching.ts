import { atMost, openList, quantile, rowOf, untilPainted, type Visit } from './visit.ts'

const words = ['okafor', 'watanabe', 'petrova', 'moreau', 'schmidt', 'benali', 'grant', 'carvalho', 'haddad', 'nowak']

/** From the last letter typed into the search of everything to its painted results. */
export async function searching(visit: Visit) {
  const page = await openList(visit, 'contacts')
  const took: number[] = []
  for (let round = 0; round < visit.rounds; round++) {
    const word = words[round % words.length] ?? ''
    await page.getByRole('button', { name: 'Search or run a command' }).click()
    const box = page.getByRole('combobox').last()
    await box.fill('')
    const shown = word.slice(0, 1).toUpperCase() + word.slice(1)
    took.push(await untilPainted(page, 'input', '[role="option"]', shown, () => box.fill(word)))
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'detached' })
    await page.reload()
    await page.locator(rowOf('contacts')).first().waitFor()
  }
  await page.context().close()
  atMost(visit, 'search: typing to painted results, p95', quantile(took, 0.95), 150)
}
