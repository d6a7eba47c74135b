/** What an error of the system, the database or the network is called; '' where it has no name. */
export const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')
