import { Button, Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useCommands } from '#kernel/web/commands/registry.ts'
import { forget, recordsOf } from '#kernel/web/queries.ts'
import { useHere } from '#kernel/web/record/here.ts'
import { fieldOf, mayDo, useSchema } from '#kernel/web/schema/use-schema.ts'
import { announceTrouble } from '#kernel/web/ui/announce.tsx'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { titleOf } from '#kernel/web/ui/titles.ts'
import { lazyPart } from '#kernel/web/ui/when-online.ts'
import { useDone } from '#kernel/web/undo/use-undo.ts'
import styles from './Quick.module.css'
import { useWorkWords } from './words/words.ts'

const NewMeeting = lazyPart(() => import('./NewMeeting.tsx'))

/** Two taps log a call; one begins to plan a meeting. */
export default function Quick() {
  const schema = useSchema()
  const [call, meeting] = [schema.byName('call'), schema.byName('meeting')]
  return (
    <div className={styles.quick}>
      {call && mayDo(call, 'create') && <LogCall />}
      {meeting && mayDo(meeting, 'create') && <PlanMeeting />}
    </div>
  )
}

function LogCall() {
  const say = useWorkWords()
  const schema = useSchema()
  const queries = useQueryClient()
  const done = useDone()
  const about = useAbout()
  const [isOpen, open] = useState(false)
  const call = schema.byName('call')
  const field = call && fieldOf(call, 'outcome')
  const outcomes = field?.type === 'choice' ? Object.entries(field.options) : []
  useCommands([{ id: 'log-call', label: say('log.call'), icon: 'phone', keys: 'p', run: () => open(true) }])
  const logging = useMutation({
    mutationFn: ([outcome]: readonly [key: string, label: string]) =>
      recordsOf({ plural: 'calls' }).create({ subject: call?.label[0], outcome, about }),
    onSuccess: (answer, [, label]) => {
      done(say('log.logged', { outcome: label }), answer)
      return forget(queries, 'call')
    },
    onError: error => announceTrouble(error, say),
  })
  return (
    <Menu opened={isOpen} onChange={open} position="bottom-start" transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <Button
          variant="default"
          h={30}
          px={12}
          leftSection={<Icon name="phone" />}
          loading={logging.isPending}
          title={`${say('log.call')} (P)`}
          aria-keyshortcuts="p"
        >
          {say('log.call')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('log.outcome')}</Menu.Label>
        {outcomes.map(([key, label]) => (
          <Menu.Item key={key} onClick={() => logging.mutate([key, label])}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function PlanMeeting() {
  const say = useWorkWords()
  const { object, record } = useHere()
  const meeting = useSchema().byName('meeting')
  const about = useAbout()
  const [isOpen, open] = useState(false)
  useCommands([{ id: 'plan-meeting', label: say('plan.meeting'), icon: 'calendar', keys: 'm', run: () => open(true) }])
  return (
    <>
      <Button
        variant="default"
        h={30}
        px={12}
        leftSection={<Icon name="calendar" />}
        title={`${say('plan.meeting')} (M)`}
        aria-keyshortcuts="m"
        onClick={() => open(true)}
      >
        {say('plan.meeting')}
      </Button>
      {isOpen && meeting && (
        <Suspense>
          <NewMeeting
            meeting={meeting}
            start={{ about }}
            included={{ [object.name]: { [record.id]: { id: record.id, title: titleOf(object, record) } } }}
            onDone={() => open(false)}
          />
        </Suspense>
      )}
    </>
  )
}

function useAbout() {
  const { object, record } = useHere()
  return [{ object: object.name, id: record.id }]
}
