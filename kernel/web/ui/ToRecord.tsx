import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'

interface ToRecordProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly plural: string
  readonly id: string
}

/**
 * The way to a record. A list has a hundred of them, so none listens to where the page stands, as the router's own
 * links do.
 */
export function ToRecord({ plural, id, onClick, ...rest }: ToRecordProps) {
  const router = useRouter()
  const place = { to: '/$plural/$id', params: { plural, id } } as const
  const fetchAhead = () => void router.preloadRoute(place)
  return (
    <a
      {...rest}
      href={`/${plural}/${id}`}
      onClick={event => {
        onClick?.(event)
        if (event.defaultPrevented || isForTheBrowser(event)) return
        event.preventDefault()
        void router.navigate(place)
      }}
      onMouseEnter={() => {
        resting = setTimeout(fetchAhead, 50)
      }}
      onMouseLeave={() => clearTimeout(resting)}
      onTouchStart={fetchAhead}
    />
  )
}

/** There is one pointer. */
let resting: ReturnType<typeof setTimeout> | undefined

/** Another tab, another window, the menu. */
const isForTheBrowser = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) =>
  button !== 0 || metaKey || ctrlKey || shiftKey || altKey
