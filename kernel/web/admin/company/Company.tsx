import { Skeleton } from '@mantine/core'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { letterhead } from '../../../objects/letterhead.ts'
import type { DescribedField } from '../../../schema/described.ts'
import { useLocale } from '../../schema/use-schema.ts'
import { FieldsForm } from '../../screens/FieldsForm.tsx'
import type { Values } from '../../screens/use-draft.ts'
import type { SettingsSection } from '../../slots/page-parts.ts'
import { useModuleSettings } from '../../slots/Slot.tsx'
import { announce } from '../../ui/announce.tsx'
import { TroubleState } from '../../ui/State.tsx'
import { type AdminSay, useAdminWords } from '../../words/admin/words.ts'
import { asLanguage, type Language } from '../../words/sentences.ts'
import { AdminPage } from '../AdminPage.tsx'
import { patch, read } from '../admin.ts'
import { Inset, Panel } from '../Panel.tsx'

const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => read<Values>('/api/settings', signal),
})

/** What the company decides for everybody. */
export default function Company() {
  const say = useAdminWords()
  const { data: settings, error, refetch } = useQuery(settingsQuery)
  return (
    <AdminPage title={say('admin.page.company')} hint={say('company.hint')}>
      {error && !settings ? (
        <TroubleState error={error} retry={() => void refetch()} />
      ) : (
        <Panel title={say('company.about')}>
          <Inset>{settings ? <Settings settings={settings} /> : <Skeleton height={260} radius="sm" />}</Inset>
        </Panel>
      )}
    </AdminPage>
  )
}

function Settings({ settings }: { readonly settings: Values }) {
  const say = useAdminWords()
  const { language } = useLocale()
  const queries = useQueryClient()
  const save = async (touched: Values) => {
    await patch('/api/settings', touched)
    await Promise.all([
      queries.invalidateQueries({ queryKey: settingsQuery.queryKey }),
      queries.invalidateQueries({ queryKey: ['schema'] }),
    ])
    announce(say('record.saved'))
  }
  return (
    <FieldsForm
      sections={[
        { label: null, fields: fieldsIn(say) },
        { label: say('company.letterhead'), fields: letterheadIn(say) },
        ...useModuleSettings().map(section => sectionIn(section, asLanguage(language))),
      ]}
      start={settings}
      submitLabel={say('form.save')}
      onSubmit={save}
      onCancel={() => {}}
    />
  )
}

const fieldsIn = (say: AdminSay): readonly DescribedField[] => [
  { type: 'text', name: 'company_name', label: say('company.name'), required: true, max: 120 },
  { type: 'code', of: 'country', name: 'country', label: say('company.country'), required: true },
  {
    ...{ type: 'code', of: 'currency', name: 'currency', label: say('entry.currency'), required: true },
    help: say('company.currency.hint'),
  },
  chosen('language', say('entry.language'), { en: 'English', fr: 'Français' }),
  { type: 'code', of: 'time_zone', name: 'time_zone', label: say('account.zone'), required: true },
  {
    ...chosen('sign_up', say('company.sign-up'), {
      closed: say('company.sign-up.closed'),
      open: say('company.sign-up.open'),
    }),
    help: say('company.sign-up.hint'),
  },
]

const letterheadIn = (say: AdminSay): readonly DescribedField[] => [
  { ...letterhead.letterhead_address, name: 'letterhead_address', label: say('company.address') },
  {
    ...letterhead.letterhead_logo,
    name: 'letterhead_logo',
    label: say('company.logo'),
    help: say('company.logo.hint'),
  },
  {
    ...letterhead.letterhead_foot,
    name: 'letterhead_foot',
    label: say('company.foot'),
    help: say('company.foot.hint'),
  },
]

const sectionIn = ({ label, fields }: SettingsSection, language: Language) => ({
  label: label[language],
  fields: fields.map(({ field, label: name, help }) => ({
    ...field,
    label: name[language],
    ...(help ? { help: help[language] } : {}),
  })),
})

const chosen = (name: string, label: string, options: Readonly<Record<string, string>>): DescribedField => ({
  type: 'choice',
  name,
  label,
  required: true,
  options,
})
