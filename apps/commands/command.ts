import type { App } from '../open-app.ts'

/** Something that an administrator does from a shell. It runs in this process, or in the server that holds the embedded database. */
export interface Command {
  readonly name: string
  readonly usage: string
  readonly about: string
  readonly run: (app: App, call: CommandCall) => Promise<void>
}

export interface CommandCall {
  readonly args: readonly string[]
  /** Where the shell stood: paths are taken from there. */
  readonly folder: string
  readonly say: (line: string) => void
}

/** A command that was typed wrongly; shown with its usage. */
export class Misused extends Error {}
