import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { systemActor } from '#kernel/server/access/actor.ts'
import { sizeOf } from '#kernel/server/backup/archive.ts'
import { backup, rowsIn } from '#kernel/server/backup/backup.ts'
import { logBackup } from '#kernel/server/backup/log.ts'
import { fillDemo, removeDemo } from '#modules/demo/server/demo.ts'
import { type Command, Misused } from './command.ts'

export const dataCommands: readonly Command[] = [
  {
    name: 'demo',
    usage: 'demo [--remove]',
    about: 'Fills a made-up company with a year of history; --remove takes it out again.',
    async run({ kernel }, { args, say }) {
      const { values } = parseArgs({ args: [...args], options: { remove: { type: 'boolean' } } })
      await (values.remove ? removeDemo(kernel, say) : fillDemo(kernel, say))
    },
  },
  {
    name: 'backup',
    usage: 'backup <empty folder>',
    about:
      'Writes the database, the files and the fingerprint of the key into a folder. The key itself is not in it: keep it elsewhere.',
    async run({ kernel }, { args: [to], folder, say }) {
      if (!to) throw new Misused('Name an empty folder.')
      const path = resolve(folder, to)
      const manifest = await backup(kernel, path, say)
      const sizes = { bytes: await sizeOf(path), rows: rowsIn(manifest), files: manifest.files }
      await logBackup(kernel, { actor: systemActor(kernel.locale), source: 'command' }, sizes)
    },
  },
]
