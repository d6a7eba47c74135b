import { useState } from 'react'
import { useWords } from '../words/words.tsx'
import { Back } from './Back.tsx'
import { EntryForm, EntryPassword, EntryText, type Given, KnownEmail } from './EntryForm.tsx'
import { EntryPage } from './EntryPage.tsx'
import { askForReset, passwordLength, setPassword } from './identity.ts'
import { LinkPage } from './LinkPage.tsx'
import { useEnter } from './use-enter.ts'
import { useLinkToken } from './use-link-token.ts'

/** With the link of the mail: set the password. Without: ask for the link. */
export default function Reset() {
  const token = useLinkToken()
  return token === undefined ? <AskForLink /> : <SetPassword token={token} />
}

function AskForLink() {
  const say = useWords()
  const [sentTo, setSentTo] = useState<string>()
  const submit = async ({ email = '' }: Given) => {
    await askForReset(email)
    setSentTo(email)
  }
  if (sentTo !== undefined)
    return (
      <EntryPage title={say('entry.reset.sent')} hint={say('entry.reset.sent.hint', { email: sentTo })}>
        <Back />
      </EntryPage>
    )
  return (
    <EntryPage title={say('entry.reset.title')} hint={say('entry.reset.hint')}>
      <EntryForm start={{ email: '' }} submitLabel={say('entry.reset.submit')} onSubmit={submit}>
        {entry => <EntryText entry={entry} name="email" label={say('entry.email')} autoComplete="username" autoFocus />}
      </EntryForm>
      <Back />
    </EntryPage>
  )
}

function SetPassword({ token }: { readonly token: string }) {
  const say = useWords()
  const enter = useEnter()
  const submit = async ({ password = '' }: Given) => {
    await setPassword(token, password)
    await enter()
  }
  return (
    <LinkPage kind="password-resets" token={token} title={say('entry.reset.title')}>
      {email => (
        <EntryForm start={{ password: '' }} submitLabel={say('entry.reset.save')} onSubmit={submit}>
          {entry => (
            <>
              <KnownEmail email={email} />
              <EntryPassword
                entry={entry}
                name="password"
                label={say('entry.new-password')}
                description={say('entry.password.hint', { min: passwordLength })}
                autoComplete="new-password"
                autoFocus
              />
            </>
          )}
        </EntryForm>
      )}
    </LinkPage>
  )
}
