import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { DescribedField } from '../../schema/described.ts'
import { Inset, Panel } from '../admin/Panel.tsx'
import { FieldsForm } from '../screens/FieldsForm.tsx'
import type { Values } from '../screens/use-draft.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { announce } from '../ui/announce.tsx'
import { TroubleState } from '../ui/State.tsx'
import { type AdminSay, useAdminWords } from '../words/admin/words.ts'
import { changeMe, type Me, meQuery } from './account.ts'
import styles from './Profile.module.css'

export function AboutYou() {
  const say = useAdminWords()
  const { data: me, error, refetch } = useQuery(meQuery)
  return (
    <Panel title={say('account.about')} hint={say('account.about.hint')}>
      {error && !me ? (
        <TroubleState error={error} retry={() => void refetch()} />
      ) : (
        <Inset>{me ? <AboutMe me={me} /> : <Skeleton height={210} radius="sm" />}</Inset>
      )}
    </Panel>
  )
}

function AboutMe({ me }: { readonly me: Me }) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const save = async (touched: Values) => {
    await changeMe(touched)
    await Promise.all([
      queries.invalidateQueries({ queryKey: meQuery.queryKey }),
      queries.invalidateQueries({ queryKey: ['schema'] }),
    ])
    announce(say('record.saved'))
  }
  return (
    <>
      <div className={styles.who}>
        {me.picture ? (
          <img className={styles.picture} src={`/api/files/${me.picture}`} alt="" />
        ) : (
          <Avatar name={me.name} size={56} />
        )}
        <div>
          <p>
            <strong>{me.name}</strong>
          </p>
          <p className={styles.email}>{me.email}</p>
        </div>
      </div>
      <FieldsForm
        sections={[{ label: null, fields: fieldsIn(say) }]}
        start={{ ...me }}
        submitLabel={say('form.save')}
        onSubmit={save}
        onCancel={() => {}}
      />
    </>
  )
}

const fieldsIn = (say: AdminSay): readonly DescribedField[] => [
  { type: 'text', name: 'name', label: say('account.name'), required: true },
  { type: 'choice', name: 'language', label: say('account.language'), required: true, options: languages },
  {
    type: 'code',
    of: 'time_zone',
    name: 'time_zone',
    label: say('account.zone'),
    help: say('account.zone.hint'),
  },
  {
    type: 'choice',
    name: 'reminders',
    label: say('account.reminders'),
    required: true,
    options: { app: say('account.reminders.app'), mail: say('account.reminders.mail') },
  },
  {
    type: 'file',
    name: 'picture',
    label: say('account.picture'),
    accept: ['image/png', 'image/jpeg', 'image/webp'],
  },
]

/** Each in its own words. */
const languages = { en: 'English', fr: 'Français' }
