import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useSchema } from '../../schema/use-schema.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useTakeBack } from '../../undo/use-undo.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import { RowMenu } from '../RowMenu.tsx'
import type { AuditSearch } from './audit-search.ts'
import styles from './Running.module.css'
import type { Change } from './running.ts'

const route = getRouteApi('/shell/admin/audit')

interface UndoChangeProps {
  readonly change: Change
  readonly asked: AuditSearch
}

/** Takes back what was done to this record, or everything that was done together with it. */
export function UndoChange({ change: { batch, source, object, record_id, title }, asked }: UndoChangeProps) {
  const say = useAdminWords()
  const undoing = useUndoing()
  const isKnown = useSchema().byName(object) !== undefined
  if (!isKnown) return null
  const name = title || say('audit.what')
  const verb = say(source === 'undo' ? 'audit.redo' : 'audit.undo')
  return (
    <span className={styles.buttons}>
      <Button
        variant="default"
        h={30}
        px={12}
        aria-label={say('admin.act-of', { verb, name })}
        loading={undoing.isPending}
        onClick={() => undoing.mutate({ batch, record: record_id })}
      >
        {verb}
      </Button>
      <RowMenu of={name}>
        <Menu.Item
          leftSection={<Icon name="search" />}
          renderRoot={props => <Link {...props} to="/admin/audit" search={{ ...asked, batch }} />}
        >
          {say('audit.together.show')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="undo" />} onClick={() => undoing.mutate({ batch })}>
          {say(source === 'undo' ? 'audit.together.redo' : 'audit.together.undo')}
        </Menu.Item>
      </RowMenu>
    </span>
  )
}

/** Of what was done together: how much that is, and the way back from it. */
export function Together({ batch, count }: { readonly batch: string; readonly count: number }) {
  const say = useAdminWords()
  const undoing = useUndoing()
  const navigate = route.useNavigate()
  return (
    <div className={styles.together}>
      <span>{say('audit.together', { count })}</span>
      <Button variant="default" h={30} px={12} loading={undoing.isPending} onClick={() => undoing.mutate({ batch })}>
        {say('audit.together.undo')}
      </Button>
      <Button
        variant="subtle"
        h={30}
        px={12}
        onClick={() => void navigate({ search: before => ({ ...before, batch: undefined }) })}
      >
        {say('audit.together.leave')}
      </Button>
    </div>
  )
}

const useUndoing = () => useMutation({ mutationFn: useTakeBack() })
