import { useQuery } from '@tanstack/react-query'
import type { DescribedObject } from '../../../schema/described.ts'
import { recordQuery } from '../../queries.ts'
import { fieldOf, useSchema } from '../../schema/use-schema.ts'
import { Icon } from '../../ui/Icon.tsx'
import { titleOf } from '../../ui/titles.ts'
import { type AdminSay, useAdminWords } from '../../words/admin/words.ts'
import { Inset, Panel } from '../Panel.tsx'
import styles from './Roles.module.css'

export interface Explanation {
  readonly allowed: boolean
  readonly parts: readonly Part[]
  readonly record: 'live' | 'trashed' | 'missing'
  readonly masks: Readonly<Record<string, 'hidden' | 'readonly'>>
}

interface Part {
  /** Of what is seen through another object, that object; of what is shared, the field that shares it. */
  readonly role: string
  readonly scope: 'own' | 'team' | 'everybody' | 'through' | 'shared' | { readonly filter: unknown }
  readonly holds: boolean
}

interface AnswerProps {
  readonly answer: Explanation
  readonly object: DescribedObject
  readonly user: string
  readonly id: string
  readonly verb: string
}

export function Answer({ answer, object, user, id, verb }: AnswerProps) {
  const say = useAdminWords()
  const { byName } = useSchema()
  const userObject = byName('user')
  const who = useTitleOf(userObject ?? object, user)
  const what = useTitleOf(object, id)
  const isPossible = answer.allowed && answer.record === 'live'
  return (
    <Panel title={say('why.answer')}>
      <Inset>
        <div className={styles.answer} role="status">
          <p className={styles.verdict} data-allowed={isPossible}>
            <Icon name={isPossible ? 'check' : 'x'} size={20} />
            {say(isPossible ? 'why.yes' : 'why.no', { who, what, verb: verbName(object, verb, say) })}
          </p>
          {answer.record !== 'live' && <p>{say(`why.record.${answer.record}`)}</p>}
          <Reasons answer={answer} object={object} who={who} />
          {isPossible && <Hidden answer={answer} object={object} who={who} />}
        </div>
      </Inset>
    </Panel>
  )
}

function Reasons({
  answer: { parts },
  object,
  who,
}: Pick<AnswerProps, 'answer' | 'object'> & { readonly who: string }) {
  const say = useAdminWords()
  const { byName } = useSchema()
  if (parts.length === 0) return <p>{say('why.no-role', { who, label: object.label[1] })}</p>
  return (
    <ul className={styles.reasons}>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and never move
        <li key={at} className={styles.reason} data-holds={part.holds}>
          <Icon name={part.holds ? 'check' : 'x'} size={16} />
          <span>{reasonOf(part, object, say, name => byName(name)?.label[0] ?? name)}</span>
        </li>
      ))}
    </ul>
  )
}

function reasonOf(
  { role, scope, holds }: Part,
  object: DescribedObject,
  say: AdminSay,
  labelOf: (name: string) => string,
) {
  const kind = typeof scope === 'object' ? 'filter' : scope
  const label = kind === 'through' ? labelOf(role) : object.label[1]
  const gives = say(`why.gives.${kind}`, { role, label })
  return `${gives} ${say(holds ? `why.holds.${kind}` : `why.fails.${kind}`)}`
}

/** A record may be seen and some of its fields not. */
function Hidden({ answer: { masks }, object, who }: Pick<AnswerProps, 'answer' | 'object'> & { readonly who: string }) {
  const say = useAdminWords()
  const labelled = (level: 'hidden' | 'readonly') =>
    Object.entries(masks)
      .filter(([, is]) => is === level)
      .map(([name]) => fieldOf(object, name)?.label ?? name)
  return (['hidden', 'readonly'] as const).map(level => {
    const fields = labelled(level)
    return fields.length > 0 && <p key={level}>{say(`why.masks.${level}`, { who, fields: fields.join(', ') })}</p>
  })
}

function useTitleOf(object: DescribedObject, id: string) {
  const say = useAdminWords()
  const { data } = useQuery(recordQuery(object, id))
  return data ? titleOf(object, data) || say('list.untitled') : object.label[0]
}

const known = ['read', 'create', 'edit', 'delete', 'export', 'import'] as const

function verbName({ actions }: DescribedObject, verb: string, say: AdminSay) {
  const found = known.find(each => each === verb)
  return found ? say(`why.verb.${found}`) : `“${actions.find(({ name }) => name === verb)?.label ?? verb}”`
}
