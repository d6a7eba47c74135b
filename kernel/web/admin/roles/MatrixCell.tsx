import type { DescribedAction } from '../../../schema/described.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import { filterIn, type Grant, inherited, ownGrant, rest, type ScopeName } from './grants.ts'
import type { Column, Line } from './lines.ts'
import { ScopeSelect } from './ScopeSelect.tsx'

export type Choose = (object: string, verb: string, scope: ScopeName | null) => void

export interface MatrixProps {
  readonly grants: readonly Grant[]
  readonly choose: Choose
}

interface VerbCellProps extends MatrixProps {
  readonly line: Line
  readonly verb: Column
}

/** Whose records of an object a role reaches with a verb. */
export function VerbCell({ line, verb, ...matrix }: VerbCellProps) {
  const say = useAdminWords()
  const name = say(`roles.verb.${verb === rest ? 'rest' : verb}`)
  return <Cell {...matrix} line={line} verb={verb} label={`${line.label}: ${name}`} />
}

interface ActionCellProps extends MatrixProps {
  readonly line: Line
  readonly action: DescribedAction
}

/** The same with an action, which is otherwise as what it needs. */
export const ActionCell = ({ line, action, ...matrix }: ActionCellProps) => (
  <Cell {...matrix} line={line} verb={action.name} needs={action.needs} label={`${line.label}: ${action.label}`} />
)

interface CellProps extends MatrixProps {
  readonly line: Line
  readonly verb: string
  readonly needs?: string
  readonly label: string
}

function Cell({ grants, choose, line: { name, object }, verb, needs, label }: CellProps) {
  const own = ownGrant(grants, name, verb)
  return (
    <ScopeSelect
      label={label}
      object={object}
      own={own?.scope}
      filter={own?.scope === 'filter' ? filterIn(own.filter) : undefined}
      otherwise={inherited(grants, name, verb, needs)}
      onChange={scope => choose(name, verb, scope)}
    />
  )
}
