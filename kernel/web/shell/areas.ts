import type { DescribedObject } from '../../schema/described.ts'
import type { Schema } from '../schema/use-schema.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import type { ModuleScreen } from '../slots/page-parts.ts'
import { useModuleScreens } from '../slots/Slot.tsx'
import type { Language } from '../words/sentences.ts'
import { useLanguage } from '../words/words.tsx'

/** Where one can go from the sidebar. */
export interface Place {
  readonly name: string
  readonly path: string
  readonly label: string
  readonly icon: string
}

export interface Area {
  readonly name: string
  readonly label: string
  readonly objects: readonly DescribedObject[]
}

export interface AreaOfPlaces extends Area {
  /** The screens of modules, then the lists of objects. */
  readonly places: readonly Place[]
}

/** The objects by area, without those that are parts of others. */
export const areasOf = ({ areas, objects }: Schema): Area[] =>
  areas
    .map(area => ({ ...area, objects: objects.filter(object => object.area === area.name && !object.part) }))
    .filter(area => area.objects.length > 0)
    // Settings of the company come after the work.
    .sort((a, b) => Number(a.name === 'administration') - Number(b.name === 'administration'))

/** What stands in the sidebar. */
export function useAreas(): AreaOfPlaces[] {
  const schema = useSchema()
  const screens = useModuleScreens()
  const language = useLanguage()
  const mayRead = new Set(schema.objects.map(({ name }) => name))
  const screensIn = (area: string): Place[] =>
    screens.flatMap(screen =>
      screen.place?.area === area && !screen.place.first && mayRead.has(screen.place.of)
        ? placeOfScreen(screen, language)
        : [],
    )
  return areasOf(schema).map(area => ({ ...area, places: [...screensIn(area.name), ...area.objects.map(placeOf)] }))
}

/** What stands above the areas. */
export function useFirstPlaces(): Place[] {
  const { byName } = useSchema()
  const screens = useModuleScreens()
  const language = useLanguage()
  return screens.flatMap(screen =>
    screen.place?.first && byName(screen.place.of) ? placeOfScreen(screen, language) : [],
  )
}

const placeOfScreen = ({ path, place }: ModuleScreen, language: Language): Place[] =>
  place ? [{ name: path, path, label: place.label[language], icon: place.icon }] : []

const placeOf = ({ name, plural, label, icon }: DescribedObject): Place => ({
  name,
  path: `/${plural}`,
  label: label[1],
  icon,
})

export const creatable = (schema: Schema) =>
  areasOf(schema).flatMap(({ name, objects }) =>
    name === 'administration' ? [] : objects.filter(object => mayDo(object, 'create')),
  )
