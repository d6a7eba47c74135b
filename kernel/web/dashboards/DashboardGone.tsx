import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { State } from '../ui/State.tsx'
import { useChartWords } from '../words/charts/words.ts'

/** The address asks for one that was deleted, or that is somebody else's. */
export function DashboardGone() {
  const say = useChartWords()
  const navigate = useNavigate()
  return (
    <div role="alert">
      <State icon="chart" title={say('dash.gone')} hint={say('dash.gone.hint')} level={1}>
        <Button variant="default" onClick={() => void navigate({ to: '/dashboards' })}>
          {say('dash.gone.all')}
        </Button>
      </State>
    </div>
  )
}
