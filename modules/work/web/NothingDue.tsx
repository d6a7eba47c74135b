import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { DescribedObject } from '#kernel/schema/described.ts'
import { mayDo } from '#kernel/web/schema/use-schema.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import styles from './Today.module.css'
import { useWorkWords } from './words/words.ts'

/** The end of the queue is a good moment. */
export function NothingDue({ task }: { readonly task: DescribedObject }) {
  const say = useWorkWords()
  return (
    <section className={styles.free}>
      <svg viewBox="0 0 120 72" width="120" height="72" aria-hidden className={styles.sun}>
        <circle cx="60" cy="46" r="17" />
        <path d="M60 10v10M29 19l6 8M91 19l-6 8M12 46h10M98 46h10" />
        <path d="M6 64h108" className={styles.ground} />
      </svg>
      <h2>{say('today.free')}</h2>
      <p>{say('today.free.hint')}</p>
      {mayDo(task, 'create') && (
        <Button
          variant="default"
          leftSection={<Icon name="plus" />}
          renderRoot={props => (
            <Link {...props} to="/$plural" params={{ plural: task.plural }} search={{ create: true }} />
          )}
        >
          {say('today.add')}
        </Button>
      )}
    </section>
  )
}
