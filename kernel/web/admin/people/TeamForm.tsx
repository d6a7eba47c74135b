import { useQueryClient } from '@tanstack/react-query'
import type { DescribedField, DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { forget, recordsOf } from '../../queries.ts'
import { mayDo } from '../../schema/use-schema.ts'
import { FieldsForm } from '../../screens/FieldsForm.tsx'
import { writableSections } from '../../screens/sections.ts'
import type { Values } from '../../screens/use-draft.ts'
import { announce } from '../../ui/announce.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { linksIn } from '../admin.ts'
import { membersOf, movesOf } from './members.ts'

interface TeamFormProps {
  readonly team: DescribedObject
  readonly user: DescribedObject
  /** Absent for a new one. */
  readonly row: AnyRecord | undefined
  readonly people: readonly AnyRecord[]
  readonly onClose: () => void
}

/** A team and who is in it. */
export function TeamForm({ team, user, row, people, onClose }: TeamFormProps) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const members: DescribedField = { type: 'refs', name: 'members', label: say('teams.members'), to: 'user' }
  const save = async ({ members: chosen, ...touched }: Values) => {
    const known = row ? await updated(row, touched) : await recordsOf(team).create(touched)
    const moves = chosen === undefined ? [] : movesOf(people, known.id, idsIn(chosen))
    for (const { person, teams } of moves) await recordsOf(user).update(person, { teams })
    await Promise.all([forget(queries, team.name), forget(queries, user.name)])
    announce(say('record.saved'))
    onClose()
  }
  const updated = (before: AnyRecord, touched: Values) =>
    Object.keys(touched).length ? recordsOf(team).update(before, touched) : Promise.resolve(before)
  const sections = writableSections(team)
  return (
    <Dialog title={row ? say('form.edit', { label: String(row.name) }) : say('teams.new')} onClose={onClose} size={480}>
      <FieldsForm
        sections={mayDo(user, 'edit') ? [...sections, { label: null, fields: [members] }] : sections}
        start={row ? { ...row, members: membersOf(people, row.id).map(({ id }) => ({ id, role: null })) } : {}}
        included={{ user: Object.fromEntries(people.map(({ id, name }) => [id, { id, title: String(name) }])) }}
        submitLabel={say(row ? 'form.save' : 'form.add')}
        onSubmit={save}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const idsIn = (value: unknown) => linksIn(value).map(({ id }) => id)
