import type { FieldWeb } from '../../web/ui/field-web.ts'

export const urlWeb: FieldWeb<'url'> = {
  Cell: ({ value }) => (
    <a href={value} target="_blank" rel="noopener noreferrer nofollow" onClick={event => event.stopPropagation()}>
      {value.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  ),
}
