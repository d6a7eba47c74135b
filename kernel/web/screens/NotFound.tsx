import { Button } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { State } from '../ui/State.tsx'
import { useWords } from '../words/words.tsx'

/** Addresses that Rapport will have and has not yet. */
const planned = ['/campaigns', '/documents', '/analytics', '/integrations']

export function NotFound() {
  const say = useWords()
  const { pathname } = useLocation()
  const isPlanned = planned.some(start => pathname === start || pathname.startsWith(`${start}/`))
  return (
    <State
      level={1}
      icon="search"
      title={say(isPlanned ? 'app.not-yet' : 'app.not-found')}
      hint={say(isPlanned ? 'app.not-yet.hint' : 'app.not-found.hint')}
    >
      <Button variant="default" renderRoot={props => <Link {...props} to="/" />}>
        {say('app.home')}
      </Button>
    </State>
  )
}
