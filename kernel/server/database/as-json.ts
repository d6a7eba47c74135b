/** For a column of jsonb, of which it keeps the type: left to the driver, a list would become one of PostgreSQL's own. */
export const asJson = <T>(value: T): T => (value === null ? null : JSON.stringify(value)) as T
