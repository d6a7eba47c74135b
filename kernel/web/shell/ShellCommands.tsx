import { useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { adminPagesFor } from '../admin/pages.ts'
import { lettersFor } from '../commands/keys.ts'
import { show } from '../commands/overlay.ts'
import { type Command, useCommands } from '../commands/registry.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { useUndoLast } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import { creatable, useAreas, useFirstPlaces } from './areas.ts'
import { schemes } from './schemes.ts'
import { usePlural } from './use-plural.ts'

/** What can be done from everywhere: search, go, create, undo. */
export function ShellCommands() {
  useCommands([...useGeneral(), ...useGoing(), ...useCreating(), ...useImporting()])
  return null
}

function useGeneral(): Command[] {
  const say = useWords()
  const last = useUndoLast()
  const { setColorScheme } = useMantineColorScheme()
  return [
    { id: 'menu', label: say('menu.title'), icon: 'search', keys: 'mod+k', group: 'general', run: () => show('menu') },
    { id: 'search', label: say('menu.search-list'), icon: 'search', keys: '/', group: 'general', run: searchHere },
    {
      id: 'shortcuts',
      label: say('shortcuts.title'),
      icon: 'keyboard',
      keys: '?',
      group: 'general',
      run: () => show('shortcuts'),
    },
    ...schemes.map(({ name, icon }) => ({
      id: `theme-${name}`,
      label: say('menu.theme', { theme: say(`shell.theme.${name}`) }),
      icon,
      group: 'general' as const,
      run: () => setColorScheme(name),
    })),
    ...(last
      ? [
          {
            id: 'undo',
            label: say('undo.last', { message: last.message }),
            icon: 'undo',
            keys: 'mod+z',
            group: 'general' as const,
            run: last.run,
          },
        ]
      : []),
  ]
}

/** The search of the screen; where there is none, of everything. */
function searchHere() {
  const box = document.querySelector<HTMLInputElement>('#content input[type="search"]')
  if (!box) return show('menu')
  box.focus()
  box.select()
}

function useGoing(): Command[] {
  const say = useWords()
  const navigate = useNavigate()
  const ofAreas = useAreas().flatMap(area => area.places)
  const places = [...ofAreas, ...useFirstPlaces()]
  const letters = lettersFor(
    places.map(({ path }) => path.slice(1)),
    ['h', 'b'],
  )
  return [
    {
      id: 'go-home',
      label: say('home.title'),
      icon: 'home',
      keys: 'g h',
      group: 'go',
      run: () => void navigate({ to: '/' }),
    },
    {
      id: 'go-dashboards',
      label: say('shell.dashboards'),
      icon: 'chart',
      keys: 'g b',
      group: 'go',
      run: () => void navigate({ to: '/dashboards' }),
    },
    {
      id: 'go-account',
      label: say('shell.account'),
      icon: 'user-circle',
      group: 'go',
      run: () => void navigate({ to: '/accounts/profile' }),
    },
    ...(adminPagesFor(useSchema()).length > 0
      ? [
          {
            id: 'go-admin',
            label: say('shell.administration'),
            icon: 'shield',
            group: 'go' as const,
            run: () => void navigate({ to: '/admin' }),
          },
        ]
      : []),
    {
      id: 'sign-out',
      label: say('shell.sign-out'),
      icon: 'logout',
      group: 'general',
      run: () => void navigate({ to: '/accounts/logout' }),
    },
    ...places.map(
      ({ path, label, icon }, at): Command => ({
        id: `go-${path.slice(1)}`,
        label,
        icon,
        group: 'go',
        ...(letters[at] ? { keys: `g ${letters[at]}` } : {}),
        run: () => void navigate({ to: path as '/' }),
      }),
    ),
  ]
}

/** C creates what one looks at, or else what is most used. */
function useCreating(): Command[] {
  const say = useWords()
  const navigate = useNavigate()
  const open = usePlural()
  const objects = creatable(useSchema())
  const here = objects.find(({ plural }) => plural === open) ?? objects[0]
  return objects.map(object => ({
    id: `create-${object.plural}`,
    label: say('form.create', { label: object.label[0] }),
    icon: object.icon,
    group: 'create',
    ...(object === here ? { keys: 'c' } : {}),
    run: () => void navigate({ to: '/$plural', params: { plural: object.plural }, search: { create: true } }),
  }))
}

function useImporting(): Command[] {
  const say = useWords()
  const navigate = useNavigate()
  const open = usePlural()
  const here = useSchema().objects.find(({ plural }) => plural === open)
  if (!here || !mayDo(here, 'import')) return []
  return [
    {
      id: 'import',
      label: say('menu.import', { label: here.label[1] }),
      icon: 'file',
      group: 'here',
      run: () => void navigate({ to: '/$plural/import', params: { plural: here.plural } }),
    },
  ]
}
