import { ActionIcon, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { AboutLink } from '#kernel/fields/index.ts'
import type { DescribedObject } from '#kernel/schema/described.ts'
import type { AnyRecord, Included } from '#kernel/web/client.ts'
import { useLocale } from '#kernel/web/schema/use-schema.ts'
import { Chip } from '#kernel/web/ui/Chip.tsx'
import { dueOf, formatDue } from '#kernel/web/ui/due.ts'
import { asStart, formatDay } from '#kernel/web/ui/format.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { RecordLink } from '#kernel/web/ui/RecordLink.tsx'
import { titleOf } from '#kernel/web/ui/titles.ts'
import styles from './Today.module.css'
import type { laterDays } from './today.ts'
import { useWorkWords } from './words/words.ts'

interface TaskLineProps {
  readonly task: DescribedObject
  readonly row: AnyRecord
  readonly included: Included
  readonly days: ReturnType<typeof laterDays>
  readonly isChosen?: boolean
  readonly onChoose?: () => void
  readonly onFinish: () => void
  readonly onPutOff: (day: string) => void
}

/** One thing to do: done with a click, put off with two. */
export function TaskLine({ task, row, included, days, isChosen, onChoose, onFinish, onPutOff }: TaskLineProps) {
  const say = useWorkWords()
  const locale = useLocale()
  const title = titleOf(task, row) || say('list.untitled')
  const at = String(row.due_at ?? row.due_date)
  return (
    <li className={styles.line} data-id={row.id} data-chosen={isChosen || undefined} onFocus={onChoose}>
      {canDo(task, 'finish') && (
        <button type="button" className={styles.tick} aria-label={say('today.finish', { title })} onClick={onFinish}>
          <Icon name="check" size={12} />
        </button>
      )}
      <div className={styles.words}>
        <Link to="/$plural/$id" params={{ plural: task.plural, id: row.id }} className={styles.name}>
          {title}
        </Link>
        <div className={styles.about}>
          {(row.about as readonly AboutLink[]).slice(0, 3).map(({ object, id }) => (
            <RecordLink key={id} object={object} id={id} included={included} />
          ))}
        </div>
      </div>
      {row.priority === 'high' && <Chip tone="red">{say('today.high')}</Chip>}
      <time className={styles.due} dateTime={at} data-due={dueOf(at, Date.now(), locale.zone)}>
        {asStart(formatDue(at, Date.now(), locale))}
      </time>
      {canDo(task, 'put_off') && (
        <Menu position="bottom-end" transitionProps={{ duration: 80 }}>
          <Menu.Target>
            <ActionIcon variant="subtle" size={28} aria-label={say('today.put-off.of', { title })}>
              <Icon name="clock" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {Object.entries(days).map(([name, day]) => (
              <Menu.Item key={name} onClick={() => onPutOff(day)} rightSection={formatDay(day, locale)}>
                {say(`today.put-off.${name as keyof typeof days}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}

const canDo = ({ actions }: DescribedObject, action: string) => actions.some(({ name }) => name === action)
