import { Refused } from '#kernel/schema/refused.ts'
import { ConfigError } from '#kernel/server/config.ts'
import { collectWords } from '#kernel/server/words/words.ts'
import { parts } from '#modules/parts.ts'

/** An error as a person at a shell reads it. */
export function sayError(error: unknown): string {
  if (error instanceof ConfigError) return error.message
  if (!(error instanceof Refused)) return error instanceof Error ? (error.stack ?? error.message) : String(error)
  const words = collectWords(parts.words)
  const { message, action } = words.say('en', error.code, error.params)
  const problems = error.problems.map(
    ({ field, code, params = {} }) => `- ${field}: ${words.say('en', code, params).message}`,
  )
  return [action ? `${message} ${action}` : message, ...problems].join('\n')
}
