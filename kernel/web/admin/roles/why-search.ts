/** The question, as the address has it. */
export interface WhySearch {
  user?: string | undefined
  object?: string | undefined
  id?: string | undefined
  verb?: string | undefined
}

const parts = ['user', 'object', 'id', 'verb'] as const

export const readWhySearch = (search: Record<string, unknown>): WhySearch =>
  Object.fromEntries(
    parts.flatMap(part => (typeof search[part] === 'string' && search[part] !== '' ? [[part, search[part]]] : [])),
  )
