/**
 * An error as a log may hold it: what and where, not its message, in which a database or a parser
 * quotes what somebody wrote.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { cause } = error
  return {
    type: error.name,
    ...(isOurs(error) ? { message: error.message } : {}),
    ...pick(error),
    stack: frames(error),
    ...(cause === undefined || depth > 3 ? {} : { cause: describeError(cause, depth + 1) }),
  }
}

/** Of these the runtime writes the message itself, from names in the code. */
const isOurs = (error: Error) => error.constructor === TypeError || error.constructor === ReferenceError

const pick = (error: Error) =>
  Object.fromEntries(
    ['code', 'kind', 'errno', 'syscall', 'port', 'responseCode', 'table', 'column', 'constraint', 'routine']
      .map(name => [name, Reflect.get(error, name)] as const)
      .filter(
        ([, value]) => typeof value === 'number' || (typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value)),
      ),
  )

const frames = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at ([^@]|\/@)*$/.test(line))
    .slice(0, 20)
    .map(line => line.trim())
