import { useState } from 'react'
import { useWords } from '../words/words.tsx'
import { Back } from './Back.tsx'
import { EntryForm, EntryPassword, EntryText, type Given, KnownEmail } from './EntryForm.tsx'
import { EntryPage } from './EntryPage.tsx'
import { acceptInvitation, askToSignUp, passwordLength } from './identity.ts'
import { LinkPage } from './LinkPage.tsx'
import { useEnter } from './use-enter.ts'
import { useLinkToken } from './use-link-token.ts'

/** With the link of an invitation: accept it. Without: ask for one, where the company lets anyone in. */
export default function Invitation() {
  const token = useLinkToken()
  return token === undefined ? <SignUp /> : <Accept token={token} />
}

function Accept({ token }: { readonly token: string }) {
  const say = useWords()
  const enter = useEnter()
  const submit = async (given: Given) => {
    await acceptInvitation(token, given)
    await enter()
  }
  return (
    <LinkPage
      kind="invitations"
      token={token}
      title={say('entry.invitation.title')}
      hint={say('entry.invitation.hint')}
    >
      {email => (
        <EntryForm start={{ name: '', password: '' }} submitLabel={say('entry.invitation.submit')} onSubmit={submit}>
          {entry => (
            <>
              <KnownEmail email={email} />
              <EntryText entry={entry} name="name" label={say('entry.name')} autoComplete="name" autoFocus />
              <EntryPassword
                entry={entry}
                name="password"
                label={say('entry.password')}
                description={say('entry.password.hint', { min: passwordLength })}
                autoComplete="new-password"
              />
            </>
          )}
        </EntryForm>
      )}
    </LinkPage>
  )
}

function SignUp() {
  const say = useWords()
  const [sentTo, setSentTo] = useState<string>()
  const submit = async ({ email = '' }: Given) => {
    await askToSignUp(email)
    setSentTo(email)
  }
  if (sentTo !== undefined)
    return (
      <EntryPage title={say('entry.reset.sent')} hint={say('entry.sign-up.sent.hint', { email: sentTo })}>
        <Back />
      </EntryPage>
    )
  return (
    <EntryPage title={say('entry.sign-up.title')} hint={say('entry.sign-up.hint')}>
      <EntryForm start={{ email: '' }} submitLabel={say('entry.sign-up.submit')} onSubmit={submit}>
        {entry => <EntryText entry={entry} name="email" label={say('entry.email')} autoComplete="username" autoFocus />}
      </EntryForm>
      <Back />
    </EntryPage>
  )
}
