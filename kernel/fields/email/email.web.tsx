import type { FieldWeb } from '../../web/ui/field-web.ts'

export const emailWeb: FieldWeb<'email'> = {
  Cell: ({ value }) => (
    <a href={`mailto:${value}`} onClick={event => event.stopPropagation()}>
      {value}
    </a>
  ),
}
