import type { Command } from './command.ts'
import { dataCommands } from './data.ts'
import { peopleCommands } from './people.ts'
import { transferCommands } from './transfer.ts'

/** Commands that run beside a server: in this process over PostgreSQL, inside the server over the embedded database. */
export const commands: readonly Command[] = [...peopleCommands, ...dataCommands, ...transferCommands]
