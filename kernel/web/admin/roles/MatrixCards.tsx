import { useSchema } from '../../schema/use-schema.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import { rest } from './grants.ts'
import { columns, type Line, partsOf } from './lines.ts'
import styles from './Matrix.module.css'
import { ActionCell, type MatrixProps, VerbCell } from './MatrixCell.tsx'

/** On a phone one object at a time is open. */
export function MatrixCards(props: MatrixProps) {
  const say = useAdminWords()
  return partsOf(useSchema(), say('roles.rest')).map(({ label, lines }) => (
    <section key={label ?? rest}>
      {label !== null && <h3 className={styles.heading}>{label}</h3>}
      {lines.map(line => (
        <Card key={line.name} {...props} line={line} />
      ))}
    </section>
  ))
}

function Card({ line, ...matrix }: MatrixProps & { readonly line: Line }) {
  const say = useAdminWords()
  const own = matrix.grants.filter(({ object }) => object === line.name).length
  return (
    <details className={styles.card}>
      <summary>
        <span>{line.label}</span>
        {own > 0 && <span className={styles.count}>{say('roles.said', { count: own })}</span>}
      </summary>
      <dl>
        {columns.map(verb => (
          <div key={verb}>
            <dt>{say(`roles.verb.${verb === rest ? 'rest' : verb}`)}</dt>
            <dd>
              <VerbCell {...matrix} line={line} verb={verb} />
            </dd>
          </div>
        ))}
        {line.actions.map(action => (
          <div key={action.name}>
            <dt>{action.label}</dt>
            <dd>
              <ActionCell {...matrix} line={line} action={action} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
