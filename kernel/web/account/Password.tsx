import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Inset, Panel } from '../admin/Panel.tsx'
import { EntryForm, EntryPassword, type Given } from '../entry/EntryForm.tsx'
import { passwordLength } from '../entry/identity.ts'
import { announce } from '../ui/announce.tsx'
import { useAdminWords } from '../words/admin/words.ts'
import { changePassword, meQuery, sessionsQuery } from './account.ts'
import styles from './Profile.module.css'

export function Password() {
  const say = useAdminWords()
  const queries = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const [round, setRound] = useState(0)
  const change = async (given: Given) => {
    await changePassword(given)
    announce(say('account.password.changed'))
    setRound(before => before + 1)
    await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
  }
  return (
    <Panel title={say('account.password')} hint={say('account.password.hint')}>
      <Inset>
        <div className={styles.password}>
          <EntryForm
            key={round}
            start={{ old_password: '', new_password: '' }}
            submitLabel={say('account.password.save')}
            onSubmit={change}
          >
            {entry => (
              <>
                <input hidden type="text" autoComplete="username" value={me?.email ?? ''} readOnly />
                <EntryPassword
                  entry={entry}
                  name="old_password"
                  label={say('account.password.old')}
                  autoComplete="current-password"
                />
                <EntryPassword
                  entry={entry}
                  name="new_password"
                  label={say('entry.new-password')}
                  description={say('entry.password.hint', { min: passwordLength })}
                  autoComplete="new-password"
                />
              </>
            )}
          </EntryForm>
        </div>
      </Inset>
    </Panel>
  )
}
