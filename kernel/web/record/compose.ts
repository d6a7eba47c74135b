import { offered } from '../commands/registry.ts'

export const composeCommand = (object: string) => `compose-${object}`

/** Opens the composer of the record on the screen. */
export const compose = (object: string) =>
  offered()
    .find(({ id }) => id === composeCommand(object))
    ?.run()
