import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { isSetUp, issueKeyFor, makeUser, setPassword, setUp } from '#kernel/server/identity/identity.ts'
import { type Command, Misused } from './command.ts'

const options = { type: 'string' } as const

export const peopleCommands: readonly Command[] = [
  {
    name: 'user create',
    usage: 'user create --email you@example.com --name "Your Name" [--role superuser] [--password …]',
    about: 'Adds a user; the first one becomes the owner. Without a password one is made and shown.',
    async run({ kernel }, { args, say }) {
      const { values } = parseArgs({
        args: [...args],
        options: {
          email: options,
          name: options,
          role: { type: 'string', multiple: true },
          password: options,
          company: options,
        },
      })
      if (!values.email || !values.name) throw new Misused('Give --email and --name.')
      const password = values.password ?? madePassword()
      const person = { name: values.name, email: values.email, password }
      if (await isSetUp(kernel.database.db)) await makeUser(kernel, { ...person, roles: values.role ?? ['regular'] })
      else await setUp(kernel, { ...person, company_name: values.company ?? 'My company' })
      say(`${values.email} can sign in${values.password ? '' : ` with the password ${password}`}.`)
    },
  },
  {
    name: 'user reset',
    usage: 'user reset --email you@example.com [--password …]',
    about: 'Sets a new password and ends every session of that person.',
    async run({ kernel }, { args, say }) {
      const { values } = parseArgs({ args: [...args], options: { email: options, password: options } })
      if (!values.email) throw new Misused('Give --email.')
      const password = values.password ?? madePassword()
      await setPassword(kernel, values.email, password)
      say(`The password of ${values.email} is changed${values.password ? '' : ` to ${password}`}.`)
    },
  },
  {
    name: 'token create',
    usage: 'token create --email you@example.com [--name script] [--scope contact:read]… [--days 90]',
    about: 'Makes an API key for somebody; it is shown once.',
    async run({ kernel }, { args, say }) {
      const { values } = parseArgs({
        args: [...args],
        options: { email: options, name: options, scope: { type: 'string', multiple: true }, days: options },
      })
      if (!values.email) throw new Misused('Give --email.')
      const days = values.days === undefined ? undefined : Number(values.days)
      if (days !== undefined && !(days > 0)) throw new Misused('--days is a number above 0.')
      const expires_at =
        days === undefined ? null : new Date(kernel.clock().getTime() + days * 86_400_000).toISOString()
      const made = await issueKeyFor(kernel, values.email, {
        name: values.name ?? 'command line',
        scopes: values.scope ?? ['*:*'],
        expires_at,
      })
      say(made.key)
    },
  },
]

const madePassword = () => randomBytes(12).toString('base64url')
