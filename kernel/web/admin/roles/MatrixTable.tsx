import { Fragment } from 'react'
import { useSchema } from '../../schema/use-schema.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import { rest } from './grants.ts'
import { columns, type Line, partsOf } from './lines.ts'
import styles from './Matrix.module.css'
import { ActionCell, type MatrixProps, VerbCell } from './MatrixCell.tsx'
import { useMatrixKeys } from './use-matrix-keys.ts'

/** Objects by verbs; an action stands under its object, in the column of what it needs. */
export function MatrixTable(props: MatrixProps) {
  const say = useAdminWords()
  return (
    // Scrolls by itself, so that its head stays; the keyboard gets into it by its selects.
    <div className={styles.matrix}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of controls, among which one goes by the arrows */}
      <table role="grid" aria-label={say('roles.matrix')} {...useMatrixKeys()}>
        <thead>
          <tr>
            <th scope="col">{say('roles.object')}</th>
            {columns.map(verb => (
              <th key={verb} scope="col">
                {say(`roles.verb.${verb === rest ? 'rest' : verb}`)}
              </th>
            ))}
          </tr>
        </thead>
        {partsOf(useSchema(), say('roles.rest')).map(({ label, lines }) => (
          <tbody key={label ?? rest}>
            {label !== null && (
              <tr className={styles.part}>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <span>{label}</span>
                </th>
              </tr>
            )}
            {lines.map(line => (
              <Fragment key={line.name}>
                <ObjectRow {...props} line={line} />
                <ActionRows {...props} line={line} />
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

type RowProps = MatrixProps & { readonly line: Line }

const ObjectRow = ({ line, ...matrix }: RowProps) => (
  <tr data-rest={line.name === rest || undefined} data-with-actions={line.actions.length > 0 || undefined}>
    <th scope="row">{line.label}</th>
    {columns.map(verb => (
      <td key={verb}>
        <VerbCell {...matrix} line={line} verb={verb} />
      </td>
    ))}
  </tr>
)

const ActionRows = ({ line, ...matrix }: RowProps) =>
  line.actions.map((action, at) => (
    <tr key={action.name} className={styles.action} data-last={at === line.actions.length - 1 || undefined}>
      <th scope="row">{action.label}</th>
      {columns.map(verb => (
        <td key={verb}>{verb === action.needs && <ActionCell {...matrix} line={line} action={action} />}</td>
      ))}
    </tr>
  ))
