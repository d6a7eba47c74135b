import { NativeSelect } from '@mantine/core'
import { useChooseLanguage } from '../words/language.tsx'
import type { Language } from '../words/sentences.ts'
import { useWords } from '../words/words.tsx'
import { EntryForm, EntryPassword, EntryText, type Given } from './EntryForm.tsx'
import styles from './EntryPage.module.css'
import { EntryPage } from './EntryPage.tsx'
import { passwordLength, setUp } from './identity.ts'
import { useEnter } from './use-enter.ts'

/** Who owns this Rapport, and what the company is. */
export default function FirstRun() {
  const say = useWords()
  const enter = useEnter()
  const { language, choose } = useChooseLanguage()
  const start = { name: '', email: '', password: '', company_name: '', currency: guessCurrency(), language }
  const submit = async (given: Given) => {
    await setUp({ ...given, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...country() })
    await enter()
  }
  return (
    <EntryPage title={say('entry.setup.title')} hint={say('entry.setup.hint')}>
      <EntryForm start={start} submitLabel={say('entry.setup.submit')} onSubmit={submit}>
        {entry => (
          <>
            <h2 className={styles.group}>{say('entry.setup.you')}</h2>
            <EntryText entry={entry} name="name" label={say('entry.name')} autoComplete="name" autoFocus />
            <EntryText entry={entry} name="email" label={say('entry.email')} autoComplete="username" />
            <EntryPassword
              entry={entry}
              name="password"
              label={say('entry.password')}
              description={say('entry.password.hint', { min: passwordLength })}
              autoComplete="new-password"
            />
            <h2 className={styles.group}>{say('entry.setup.company')}</h2>
            <EntryText entry={entry} name="company_name" label={say('entry.company')} autoComplete="organization" />
            <div className={styles.pair}>
              <NativeSelect
                {...entry.control('currency')}
                size="md"
                label={say('entry.currency')}
                data={currenciesIn(language)}
              />
              <NativeSelect
                {...entry.control('language')}
                size="md"
                label={say('entry.language')}
                data={languages}
                onChange={event => {
                  entry.control('language').onChange(event)
                  choose(event.currentTarget.value as Language)
                }}
              />
            </div>
          </>
        )}
      </EntryForm>
    </EntryPage>
  )
}

/** Each in its own words. */
const languages = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
]

function currenciesIn(language: string) {
  const names = new Intl.DisplayNames(language, { type: 'currency' })
  return Intl.supportedValuesOf('currency').map(code => ({ value: code, label: `${code} · ${names.of(code)}` }))
}

const region = () => new Intl.Locale(navigator.language).maximize().region

const country = (): Given => {
  const found = region()
  return found ? { country: found } : {}
}

const byRegion: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  CA: 'CAD',
  AU: 'AUD',
  JP: 'JPY',
  CN: 'CNY',
  IN: 'INR',
  BR: 'BRL',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  FR: 'EUR',
  DE: 'EUR',
  ES: 'EUR',
  IT: 'EUR',
  NL: 'EUR',
  BE: 'EUR',
  AT: 'EUR',
  IE: 'EUR',
  PT: 'EUR',
  FI: 'EUR',
  GR: 'EUR',
  LU: 'EUR',
}
const guessCurrency = () => byRegion[region() ?? ''] ?? 'EUR'
