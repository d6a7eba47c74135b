import { exampleId } from '../examples.ts'
import type { Route } from './read-document.ts'

/** A route as one tries it in a terminal. */
export function curl({ method, path, body }: Route, query = ''): string {
  const lines = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}"$URL${path.replace(/\{\w+\}/g, exampleId)}${query}"`,
    '-H "Authorization: Bearer $KEY"',
    ...(body
      ? ['-H "Content-Type: application/json"', `-d '${inShell(JSON.stringify(body.example ?? {}, null, 2))}'`]
      : []),
  ]
  return lines.join(' \\\n  ')
}

const inShell = (text: string) => text.replaceAll("'", "'\\''")
