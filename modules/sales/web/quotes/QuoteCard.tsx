import { ActionIcon, Button, Menu } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Money } from '#kernel/fields/money/money.ts'
import type { DescribedAction, DescribedObject } from '#kernel/schema/described.ts'
import type { AnyRecord } from '#kernel/web/client.ts'
import { ActionDialog } from '#kernel/web/record/ActionDialog.tsx'
import { offered } from '#kernel/web/record/offered.ts'
import { fieldOf, useLocale } from '#kernel/web/schema/use-schema.ts'
import { Ago } from '#kernel/web/ui/Ago.tsx'
import { FieldValue } from '#kernel/web/ui/FieldValue.tsx'
import { formatDay, formatMoney } from '#kernel/web/ui/format.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { ToRecord } from '#kernel/web/ui/ToRecord.tsx'
import { useSalesWords } from '../words/words.ts'
import styles from './DealQuotes.module.css'
import { QuoteButtons } from './QuoteButtons.tsx'

interface QuoteCardProps {
  readonly object: DescribedObject
  readonly quote: AnyRecord
}

/** One quote: its number, where it stands, and what can be done with it. */
export function QuoteCard({ object, quote }: QuoteCardProps) {
  const say = useSalesWords()
  const locale = useLocale()
  const [asked, ask] = useState<DescribedAction>()
  const title = String(quote.title)
  const status = fieldOf(object, 'status')
  const actions = offered(object, quote)
  const send = actions.find(({ name }) => name === 'send')
  const others = actions.filter(action => action !== send)
  const total = quote.total as Money | null | undefined
  return (
    <article className={styles.card}>
      <header className={styles.head}>
        <ToRecord plural={object.plural} id={quote.id} className={styles.title}>
          {title}
        </ToRecord>
        {status && <FieldValue field={status} value={quote.status} included={{}} place="row" />}
        {total && <span className={styles.total}>{formatMoney(total, locale)}</span>}
      </header>
      <p className={styles.facts}>{joined(factsOf(quote, say, day => formatDay(day, locale)))}</p>
      <div className={styles.buttons}>
        {send && (
          <Button h={30} px={12} leftSection={<Icon name="send" />} onClick={() => ask(send)}>
            {send.label}
          </Button>
        )}
        <QuoteButtons quote={quote} />
        {others.length > 0 && (
          <Menu position="bottom-end" transitionProps={{ duration: 80 }}>
            <Menu.Target>
              <ActionIcon variant="default" size={30} aria-label={say('quotes.more', { title })}>
                <Icon name="dots" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map(action => (
                <Menu.Item key={action.name} onClick={() => ask(action)}>
                  {action.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {asked && (
        <ActionDialog object={object} record={quote} included={{}} action={asked} onClose={() => ask(undefined)} />
      )}
    </article>
  )
}

function factsOf(quote: AnyRecord, say: ReturnType<typeof useSalesWords>, day: (day: string) => string): ReactNode[] {
  const { number, revision, status, valid_until, sent_at, seen_at, answered_at, accepted_by } = quote
  const isOpen = status === 'draft' || status === 'sent'
  const parts: ReactNode[] = [
    number ? String(number) : null,
    !number && Number(revision) > 1 && say('quotes.version', { version: Number(revision) }),
    isOpen && typeof valid_until === 'string' && say('quotes.until', { day: day(valid_until) }),
    typeof sent_at === 'string' && (
      <>
        {say('quotes.sent')} <Ago at={sent_at} />
      </>
    ),
    status === 'sent' && !seen_at && say('quotes.unseen'),
    typeof seen_at === 'string' && (
      <>
        {say('quotes.seen')} <Ago at={seen_at} />
      </>
    ),
    typeof answered_at === 'string' && <Ago at={answered_at} />,
    typeof accepted_by === 'string' && say('quotes.by', { name: accepted_by }),
  ]
  return parts.filter(Boolean)
}

const joined = (parts: readonly ReactNode[]) =>
  parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are in one order
    <span key={at}>{part}</span>
  ))
