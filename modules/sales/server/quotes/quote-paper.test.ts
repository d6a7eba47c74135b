import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { extractText } from 'unpdf'
import { expect, it } from 'vitest'
import type { DocumentLine, QuoteDocument } from '../../document.ts'
import { type Accepted, quotePaper } from './quote-paper.ts'

const line = (name: string, more: Partial<DocumentLine> = {}): DocumentLine => ({
  ...{ name, unit: null, quantity: '1', price: '1250', discount: '0', discount_amount: null, tax: '0' },
  ...{ recurring: 'none', periods: null, net: '1250' },
  ...more,
})
const sum = { net: '2260.77', tax: '432.20', total: '2692.97' }

const document = (more: Partial<QuoteDocument> = {}): QuoteDocument => ({
  ...{ number: 'Q-2026-0007', title: 'Flotte d’été', language: 'fr', currency: 'EUR', country: 'FR' },
  ...{ issued_on: '2026-03-10', valid_until: '2026-04-09' },
  from: {
    name: 'Łódź & Fils',
    address: '1 rue de l’Église\n69001 Lyon',
    foot: 'SIRET 123 456',
    logo: null,
    by: 'Zoé Ångström',
  },
  to: { person: 'Čeněk Dvořák', company: 'Müller & Söhne' },
  intro: '<p>Voici <strong>notre offre</strong> &amp; ses détails.</p><ul><li>Vite</li><li>Bien</li></ul>',
  terms: '<h3>Paiement</h3><p>À 30 jours.</p><ol><li>Un</li><li>Deux</li></ol>',
  lines: [
    line('Mise en route'),
    line('Postes', { quantity: '3', unit: 'poste', recurring: 'month', periods: 24, discount: '10', tax: '20' }),
  ],
  sums: {
    ...{ contract: sum, once: { net: '1250', tax: '0', total: '1250' }, month: sum, year: null },
    taxes: [
      { rate: '20', net: '2160.00', tax: '432.00' },
      { rate: '5.5', net: '3.64', tax: '0.20' },
    ],
  },
  ...more,
})
const accepted: Accepted = {
  ...{
    name: 'Čeněk Dvořák',
    drawing: {
      strokes: [
        [0, 0, 300, 100, 600, 0],
        [5, 5],
      ],
    },
  },
  ...{ at: '2026-03-12T09:30:00.000Z', zone: 'Europe/Paris', sha256: 'a'.repeat(64) },
}
const made = new Date('2026-03-10T12:00:00Z')
const bytes = async (of: QuoteDocument, more: Partial<Parameters<typeof quotePaper>[1]> = {}) =>
  buffer(await quotePaper(of, { made, logo: null, accepted: null, ...more }))

async function pagesOf(file: Buffer): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(file))
  return text.map(page => page.replace(/\s+/gu, ' '))
}

it('says all of it, letter by letter, with accents and the euro', async () => {
  const page = (await pagesOf(await bytes(document(), { accepted }))).join(' ')
  for (const said of [
    'Łódź & Fils',
    '1 rue de l’Église',
    'Čeněk Dvořák Müller & Söhne',
    'Q-2026-0007',
    '10 mars 2026',
    '9 avril 2026',
    'Flotte d’été',
    'Voici notre offre & ses détails.',
    '• Vite',
    'Mise en route 1 1 250,00 € 1 250,00 €',
    'chaque mois pendant 24 mois · 10 % de remise · 20 % de taxe',
    '3 poste',
    '2 692,97 €',
    '20 % de taxe 2 160,00 € 432,00 €',
    '5,5 % de taxe 3,64 € 0,20 €',
    'À 30 jours.',
    '2. Deux',
    '12 mars 2026',
    'a'.repeat(64),
    'SIRET 123 456',
    '1 sur ',
  ])
    expect(page).toContain(said)
})

it('is the same bytes for the same content, and others for another', async () => {
  const hash = async (of: QuoteDocument) =>
    createHash('sha256')
      .update(await bytes(of))
      .digest('hex')
  const first = await hash(document())
  expect(await hash(document())).toBe(first)
  expect(await hash(document({ title: 'Autre' }))).not.toBe(first)
})

it('goes on over pages, with the head of the table and the number on each', async () => {
  const lines = Array.from({ length: 90 }, (_, at) => line(`Article ${at + 1} du catalogue`))
  const pages = await pagesOf(await bytes(document({ lines, language: 'en' })))
  expect(pages.length).toBeGreaterThan(3)
  const ofTable = pages.filter(page => page.includes('Article'))
  for (const page of ofTable) expect(page).toContain('What you get Quantity Price Amount')
  pages.forEach((page, at) => {
    expect(page).toContain(`${at + 1} of ${pages.length}`)
    expect(page).toContain('SIRET 123 456')
  })
  for (let at = 1; at <= 90; at++) expect(pages.filter(page => page.includes(`Article ${at} du`))).toHaveLength(1)
})

it('is whole without what may be missing, and with a logo that is none', async () => {
  const bare = document({
    intro: null,
    terms: null,
    valid_until: null,
    number: null,
    lines: [],
    sums: { contract: sum, once: null, month: null, year: null },
    to: { person: null, company: null },
  })
  const [page] = await pagesOf(await bytes(bare, { logo: Buffer.from('no picture') }))
  expect(page).toContain('Brouillon')
})
