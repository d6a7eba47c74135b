import { DatabaseError } from 'pg'

/** An error as PostgreSQL itself would have sent it. */
export function databaseError(code: string, message: string) {
  const error = new DatabaseError(message, message.length, 'error')
  error.code = code
  error.severity = 'FATAL'
  return error
}
