import { Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import { useSchema } from '../../schema/use-schema.ts'
import { TroubleState } from '../../ui/State.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { Inset, Panel } from '../Panel.tsx'
import { FilterDialog } from './FilterDialog.tsx'
import { type Grant, inherited, ownGrant, rest, type ScopeName, verbs } from './grants.ts'
import styles from './Roles.module.css'
import { ScopeSelect } from './ScopeSelect.tsx'
import { type Change, useGrants } from './use-grants.ts'

/** Object by verb: whose records a role reaches with it. */
export function Matrix({ role }: { readonly role: string }) {
  const grantObject = useSchema().byName('role_grant')
  return grantObject ? <MatrixPanel grantObject={grantObject} role={role} /> : null
}

function MatrixPanel({ grantObject, role }: { readonly grantObject: DescribedObject; readonly role: string }) {
  const say = useAdminWords()
  const { grants, error, refetch, change } = useGrants(grantObject, role)
  const [filtering, filter] = useState<Change>()
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768, { getInitialValueInEffect: false })
  const choose = (object: string, verb: string, scope: ScopeName | null) => {
    const known = ownGrant(grants ?? [], object, verb)
    if (scope === 'filter') filter({ object, verb, scope, filter: known?.filter ?? null })
    // A refusal has been announced, and what was chosen is taken back.
    else change({ object, verb, scope, filter: null }).catch(() => {})
  }
  const Shown = isPhone ? MatrixCards : MatrixTable
  return (
    <Panel title={say('roles.matrix')} hint={say('roles.matrix.hint')}>
      {error && !grants ? (
        <TroubleState error={error} retry={() => void refetch()} />
      ) : grants ? (
        <Shown grants={grants} choose={choose} />
      ) : (
        <Inset>
          <Skeleton height={320} radius="sm" />
        </Inset>
      )}
      {filtering && (
        <FilterDialog
          object={filtering.object}
          start={filtering.filter ?? ''}
          onClose={() => filter(undefined)}
          onSave={text => change({ ...filtering, filter: text })}
        />
      )}
    </Panel>
  )
}

interface ShownProps {
  readonly grants: readonly Grant[]
  readonly choose: (object: string, verb: string, scope: ScopeName | null) => void
}

function MatrixTable(props: ShownProps) {
  const say = useAdminWords()
  return (
    // Scrolls sideways where there is no room; the keyboard gets into it by its selects.
    <div className={styles.matrix}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('roles.object')}</th>
            {columns.map(verb => (
              <th key={verb} scope="col">
                {say(`roles.verb.${verb}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {useLines().map(line => (
            <tr key={line.name} data-rest={line.name === rest || undefined}>
              <th scope="row">{line.label}</th>
              {columns.map(verb => (
                <td key={verb}>
                  <Cell {...props} line={line} verb={verb} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** On a phone one object at a time is open. */
function MatrixCards(props: ShownProps) {
  const say = useAdminWords()
  return useLines().map(line => (
    <details key={line.name} className={styles.card}>
      <summary>{line.label}</summary>
      <dl>
        {columns.map(verb => (
          <div key={verb}>
            <dt>{say(`roles.verb.${verb}`)}</dt>
            <dd>
              <Cell {...props} line={line} verb={verb} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  ))
}

interface CellProps extends ShownProps {
  readonly line: Line
  readonly verb: (typeof columns)[number]
}

function Cell({ grants, choose, line, verb }: CellProps) {
  const say = useAdminWords()
  const verbOrRest = verb === 'rest' ? rest : verb
  return (
    <ScopeSelect
      label={`${line.label}: ${say(`roles.verb.${verb}`)}`}
      own={ownGrant(grants, line.name, verbOrRest)?.scope}
      otherwise={inherited(grants, line.name, verbOrRest)}
      hasFilter={line.name !== rest}
      onChange={scope => choose(line.name, verbOrRest, scope)}
    />
  )
}

const columns = [...verbs, 'rest'] as const

interface Line {
  readonly name: string
  readonly label: string
}

/** All others first, then the work, then what administration stands on. */
function useLines(): readonly Line[] {
  const say = useAdminWords()
  const { objects } = useSchema()
  const isOffice = ({ area }: DescribedObject) => Number(area === 'administration')
  const lines = objects
    .toSorted((a, b) => isOffice(a) - isOffice(b))
    .map(({ name, label }) => ({ name, label: label[1] }))
  return [{ name: rest, label: say('roles.rest') }, ...lines]
}
