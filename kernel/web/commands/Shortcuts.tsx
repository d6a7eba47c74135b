import { Dialog } from '../ui/Dialog.tsx'
import { useWords } from '../words/words.tsx'
import { Keys } from './Keys.tsx'
import { type Command, groups, useOffered } from './registry.ts'
import styles from './Shortcuts.module.css'

/** Every key that does something on this screen. */
export default function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const say = useWords()
  const withKeys = useOffered().flatMap(command => (command.keys ? [{ ...command, keys: command.keys }] : []))
  const of = (group: Command['group']) => withKeys.filter(command => (command.group ?? 'here') === group)
  return (
    <Dialog title={say('shortcuts.title')} onClose={onClose} size={720}>
      <div className={styles.columns}>
        {groups.map(group => {
          const commands = of(group)
          return commands.length === 0 ? null : (
            <section key={group} className={styles.group}>
              <h3 className={styles.heading}>{say(`menu.group.${group}`)}</h3>
              <dl className={styles.list}>
                {commands.map(({ id, label, keys }) => (
                  <div key={id} className={styles.line}>
                    <dt>{label}</dt>
                    <dd>
                      <Keys keys={keys} />
                      <span className="unseen">{keys}</span>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      <p className={styles.hint}>{say('shortcuts.hint')}</p>
    </Dialog>
  )
}
