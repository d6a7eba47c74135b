import { Button } from '@mantine/core'
import type { AnyRecord } from '#kernel/web/client.ts'
import { useSchema } from '#kernel/web/schema/use-schema.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { useSalesWords } from '../words/words.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { useLink } from './use-link.tsx'

/** What one takes away of a quote: its paper, and the link by which it is opened. */
export function QuoteButtons({ quote }: { readonly quote: AnyRecord }) {
  const say = useSalesWords()
  const object = useSchema().byName('quote')
  const { copy, shown, close } = useLink(quote.id)
  const isOut = quote.status !== 'draft' && quote.status !== 'withdrawn'
  const maySend = object?.actions.some(({ name }) => name === 'send')
  return (
    <>
      {isOut && maySend && (
        <Button variant="default" h={30} px={10} leftSection={<Icon name="copy" />} onClick={copy}>
          {say('quotes.link')}
        </Button>
      )}
      <Button
        component="a"
        href={`/api/quotes/${quote.id}/pdf`}
        download
        variant="default"
        h={30}
        px={10}
        leftSection={<Icon name="download" />}
      >
        {say('quotes.pdf')}
      </Button>
      {shown && <LinkDialog url={shown} onClose={close} />}
    </>
  )
}
