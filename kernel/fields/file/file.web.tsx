import type { CellProps, FieldWeb } from '../../web/ui/field-web.ts'
import { useWords } from '../../web/ui/person.ts'

export const fileWeb: FieldWeb<'file'> = { Cell: FileLink }

export function FileLink({ value, included }: Pick<CellProps<'file'>, 'value' | 'included'>) {
  const say = useWords()
  const file = included.file?.[value]
  return (
    <a
      href={file?.url ?? `/api/files/${value}`}
      target="_blank"
      rel="noopener"
      onClick={event => event.stopPropagation()}
    >
      {file?.title ?? say('value.file')}
    </a>
  )
}
