import { Popover, Skeleton, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { lazyPart } from '../ui/when-online.ts'
import { type Say, useWords } from '../words/words.tsx'
import styles from './Bell.module.css'
import { noticesQuery } from './notices.ts'

const NoticeList = lazyPart(() => import('./NoticeList.tsx'))

/** How much is new, and behind it what. */
export function Bell() {
  const say = useWords()
  const { data } = useQuery(noticesQuery)
  const [isOpen, setOpen] = useState(false)
  const unread = data?.unread ?? 0
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={380}
      trapFocus
      returnFocus
      transitionProps={{ duration: 80 }}
      classNames={{ dropdown: styles.panel }}
    >
      <Popover.Target>
        <UnstyledButton className={styles.bell} aria-label={named(say, unread)} onClick={() => setOpen(!isOpen)}>
          <Icon name="bell" size={18} />
          {unread > 0 && (
            <span className={styles.count} aria-hidden>
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('notices.title')}>
        <Suspense fallback={<Skeleton height={56} m={12} radius="sm" />}>
          <NoticeList onClose={() => setOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The name says what is seen: whoever speaks to the page says that. */
function named(say: Say, unread: number) {
  if (unread === 0) return say('notices.title')
  return unread > 99 ? say('notices.unread-many') : say('notices.unread', { count: unread })
}
