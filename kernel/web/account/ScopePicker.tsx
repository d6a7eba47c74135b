import { Checkbox, Radio } from '@mantine/core'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { useAdminWords } from '../words/admin/words.ts'
import styles from './Profile.module.css'
import { keyVerbs, type ScopeKind, toggleScope } from './scopes.ts'

interface ScopePickerProps {
  readonly kind: ScopeKind
  readonly chosen: readonly string[]
  readonly onKind: (kind: ScopeKind) => void
  readonly onChosen: (chosen: readonly string[]) => void
}

/** What a key may do: everything, reading, or object by object. */
export function ScopePicker({ kind, chosen, onKind, onChosen }: ScopePickerProps) {
  const say = useAdminWords()
  return (
    <div className={styles.dialog}>
      <Radio.Group label={say('account.keys.may')} value={kind} onChange={value => onKind(value as ScopeKind)}>
        {(['read', 'all', 'chosen'] as const).map(value => (
          <Radio key={value} value={value} label={say(`account.keys.${value}`)} size="xs" mt={10} />
        ))}
      </Radio.Group>
      {kind === 'chosen' && <Chosen chosen={chosen} onChosen={onChosen} />}
    </div>
  )
}

function Chosen({ chosen, onChosen }: Pick<ScopePickerProps, 'chosen' | 'onChosen'>) {
  const say = useAdminWords()
  const objects = useSchema().objects.toSorted((a, b) => isOffice(a) - isOffice(b))
  return (
    <section className={styles.scopes} aria-label={say('account.keys.chosen')}>
      <table>
        <thead>
          <tr>
            <td />
            {keyVerbs.map(verb => (
              <th key={verb} scope="col">
                {say(`account.keys.verb.${verb}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {objects.map(object => (
            <tr key={object.name}>
              <th scope="row">{object.label[1]}</th>
              {keyVerbs.map(verb => (
                <td key={verb}>
                  {mayDo(object, verb) && (
                    <Checkbox
                      checked={chosen.includes(`${object.name}:${verb}`)}
                      onChange={() => onChosen(toggleScope(chosen, object.name, verb))}
                      aria-label={`${object.label[1]}: ${say(`account.keys.verb.${verb}`)}`}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The work first, then what administration stands on. */
const isOffice = ({ area }: { readonly area: string }) => Number(area === 'administration')
