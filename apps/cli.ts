import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { tellSealers } from '#kernel/server/changes/readers.ts'
import { type Config, configHelp, readConfig } from '#kernel/server/config.ts'
import { whoHolds } from '#kernel/server/database/embedded/folder-lock.ts'
import { openSecrets } from '#kernel/server/secrets/secrets.ts'
import { type Command, Misused } from './commands/command.ts'
import { commands } from './commands/index.ts'
import { sendCommand } from './commands/remote.ts'
import { explain, migrate, restore, schemaPlan } from './commands/standalone.ts'
import { openApp } from './open-app.ts'
import { sayError } from './say-error.ts'
import { serve } from './serve.ts'
import { work } from './worker.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

const alone: Readonly<
  Record<
    string,
    { usage: string; about: string; run: (config: Config, args: readonly string[]) => Promise<void> | void }
  >
> = {
  serve: {
    usage: 'serve',
    about: 'Serves the API and the page; on the embedded database also does the jobs.',
    run: runServer,
  },
  worker: { usage: 'worker', about: 'Does the jobs, beside any number of servers on one PostgreSQL.', run: runWorker },
  migrate: { usage: 'migrate', about: 'Brings the database to the declarations.', run: config => migrate(config, say) },
  'schema plan': {
    usage: 'schema plan',
    about: 'Prints what migrate would do.',
    run: config => schemaPlan(config, say),
  },
  restore: {
    usage: 'restore <folder>',
    about: 'Puts a backup into an empty database.',
    run: (config, args) => restore(config, args, say),
  },
  explain: {
    usage: 'explain <object>',
    about: 'Prints what follows from a declaration.',
    run: (_config, args) => explain(args, say),
  },
}

export async function main(argv: readonly string[]): Promise<number> {
  const name = [argv.slice(0, 2).join(' '), argv[0] ?? 'help'].find(
    known => known in alone || commands.some(command => command.name === known),
  )
  if (!name) return help(argv[0])
  const args = argv.slice(name.split(' ').length)
  try {
    const config = readConfig(process.env)
    const command = commands.find(known => known.name === name)
    if (command) return await runCommand(command, config, args)
    await alone[name]?.run(config, args)
    return 0
  } catch (error) {
    process.stderr.write(
      `${error instanceof Misused ? `${error.message}\n\nrapport ${usageOf(name)}` : sayError(error)}\n`,
    )
    return 1
  }
}

const usageOf = (name: string) => alone[name]?.usage ?? commands.find(command => command.name === name)?.usage ?? name

async function runCommand(command: Command, config: Config, args: readonly string[]): Promise<number> {
  const holder = config.databaseUrl === null ? whoHolds(join(config.dataDir, 'database')) : undefined
  if (holder?.url) return sendCommand(holder.url, openSecrets(config.secretKey), command.name, args, say)
  const app = await openApp(config)
  try {
    await command.run(app, { args, folder: process.cwd(), say })
    await tellSealers(app.kernel)
    return 0
  } finally {
    await app.close()
  }
}

async function runServer(config: Config) {
  const serving = await serve(await openApp(config))
  flushCompileCache()
  say(`Rapport answers at ${serving.url}`)
  if (serving.needsSetUp) say('Open it to say who you are; the first person becomes its owner.')
  if (config.mailUrl === null) say('Mail is not sent but kept in the outbox: set MAIL_URL to send it.')
  await untilAsked()
  await serving.close()
}

async function runWorker(config: Config) {
  if (config.databaseUrl === null)
    throw new Misused('A worker needs DATABASE_URL; on the embedded database the server does the jobs itself.')
  const working = await work(await openApp(config))
  say('Working.')
  await untilAsked()
  await working.close()
}

/** SIGTERM and Ctrl-C let what runs come to its end; a second time they do not. */
const untilAsked = () =>
  new Promise<void>(done => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => done())
  })

function help(asked: string | undefined): number {
  const lines = [...Object.values(alone), ...commands].map(({ usage, about }) => `  rapport ${usage}\n      ${about}`)
  say(`Rapport\n\n${lines.join('\n')}\n\nEnvironment\n${configHelp()}`)
  return asked === undefined || asked === 'help' || asked === '--help' ? 0 : 1
}
