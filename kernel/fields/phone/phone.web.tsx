import type { FieldWeb } from '../../web/ui/field-web.ts'

export const phoneWeb: FieldWeb<'phone'> = {
  Cell: ({ value }) => (
    <a className="tabular" href={`tel:${value}`} onClick={event => event.stopPropagation()}>
      {value}
    </a>
  ),
}
