import { Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '#kernel/web/request.ts'
import { useLocale } from '#kernel/web/schema/use-schema.ts'
import { announceTrouble } from '#kernel/web/ui/announce.tsx'
import { Dialog } from '#kernel/web/ui/Dialog.tsx'
import { formatMoment } from '#kernel/web/ui/format.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { useWorkWords } from '../words/words.ts'

const path = '/api/calendar/feed'
const queryKey = ['calendar-feed']

/** The secret address under which other programs read one's calendar: told once, closed when one likes. */
export default function Subscribe({ onClose }: { readonly onClose: () => void }) {
  const say = useWorkWords()
  const locale = useLocale()
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey,
    queryFn: async ({ signal }) => (await request({ path, signal })) as { readonly created_at: string | null },
  })
  const onSettled = () => queries.invalidateQueries({ queryKey })
  const onError = (error: unknown) => announceTrouble(error, say)
  const making = useMutation({
    mutationFn: async () => ((await request({ method: 'POST', path, body: {} })) as { readonly url: string }).url,
    onSettled,
    onError,
  })
  const closing = useMutation({
    mutationFn: () => request({ method: 'DELETE', path }),
    onSuccess: () => making.reset(),
    onSettled,
    onError,
  })
  const since = data?.created_at
  return (
    <Dialog title={say('agenda.feed')} onClose={onClose} size={480}>
      <p>{say('agenda.feed.hint')}</p>
      {making.data && (
        <TextInput
          readOnly
          value={making.data}
          label={say('agenda.feed.address')}
          description={say('agenda.feed.once')}
          mb="md"
          onFocus={event => event.currentTarget.select()}
        />
      )}
      {since && !making.data && <p>{say('agenda.feed.since', { when: formatMoment(since, locale) })}</p>}
      <Group gap={8}>
        {making.data ? (
          <Button leftSection={<Icon name="copy" />} onClick={() => void navigator.clipboard.writeText(making.data)}>
            {say('agenda.feed.copy')}
          </Button>
        ) : (
          <Button loading={making.isPending} onClick={() => making.mutate()}>
            {say(since ? 'agenda.feed.again' : 'agenda.feed.make')}
          </Button>
        )}
        {since && (
          <Button variant="default" loading={closing.isPending} onClick={() => closing.mutate()}>
            {say('agenda.feed.close')}
          </Button>
        )}
      </Group>
    </Dialog>
  )
}
