import { useParams } from '@tanstack/react-router'

/** Of the objects that the address is about. Heard anew only when it is about others. */
export const usePlural = () => useParams({ strict: false, select: ({ plural }: Where) => plural })

/** The record that is open. */
export const useOpenId = () => useParams({ strict: false, select: ({ id }: Where) => id })

interface Where {
  readonly plural?: string
  readonly id?: string
}
