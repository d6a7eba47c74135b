import { getRouteApi, Link } from '@tanstack/react-router'
import { useWords } from '../words/words.tsx'
import { EntryForm, EntryPassword, EntryText, type Given } from './EntryForm.tsx'
import styles from './EntryPage.module.css'
import { EntryPage } from './EntryPage.tsx'
import { signIn } from './identity.ts'
import { useEnter } from './use-enter.ts'

const route = getRouteApi('/accounts/login')

export default function SignIn() {
  const say = useWords()
  const enter = useEnter()
  const { next } = route.useSearch()
  const submit = async (given: Given) => {
    await signIn(given)
    await enter(next)
  }
  return (
    <EntryPage title={say('entry.sign-in.title')}>
      <EntryForm start={{ email: '', password: '' }} submitLabel={say('entry.sign-in')} onSubmit={submit}>
        {entry => (
          <>
            <EntryText entry={entry} name="email" label={say('entry.email')} autoComplete="username" autoFocus />
            <EntryPassword
              entry={entry}
              name="password"
              label={say('entry.password')}
              autoComplete="current-password"
            />
          </>
        )}
      </EntryForm>
      <p className={styles.foot}>
        <Link to="/accounts/reset">{say('entry.forgot')}</Link>
      </p>
    </EntryPage>
  )
}
