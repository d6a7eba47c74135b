import { Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Complaint } from '../screens/FieldsForm.tsx'
import { useImportWords } from '../words/import/words.ts'
import styles from './Columns.module.css'
import type { StepProps } from './Import.tsx'
import { beginImport, type Format } from './imports.ts'

const route = getRouteApi('/shell/$plural/import/$id')
const encodings = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', 'windows-1252': 'Windows-1252' }
const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' } as const

/** How the bytes are read was guessed. Read in another way it is another import of the same file. */
export function Reading({ object, found }: StepProps) {
  const say = useImportWords()
  const navigate = route.useNavigate()
  const reading = useMutation({
    mutationFn: (format: Format) =>
      beginImport({
        file: found.file?.id ?? '',
        object: object.name,
        encoding: format.encoding,
        delimiter: delimiters[format.delimiter as keyof typeof delimiters],
        header: format.header ? 'yes' : 'no',
      }),
    onSuccess: ({ id }) =>
      navigate({ to: '/$plural/import/$id', params: { plural: object.plural, id }, search: {}, replace: true }),
  })
  const read = (change: Partial<Format>) => reading.mutate({ ...found.format, ...change })
  const shared = { allowDeselect: false, disabled: reading.isPending }
  return (
    <section aria-labelledby="reading" className={styles.section}>
      <div className={styles.head}>
        <h2 id="reading" className={styles.title}>
          {say('import.format')}
        </h2>
        <span className={styles.hint}>{say('import.format.hint')}</span>
      </div>
      <div className={styles.options}>
        <Select
          {...shared}
          label={say('import.encoding')}
          data={Object.entries(encodings).map(([value, label]) => ({ value, label }))}
          value={found.format.encoding}
          onChange={encoding => encoding && read({ encoding })}
        />
        <Select
          {...shared}
          label={say('import.delimiter')}
          data={Object.entries(delimiters).map(([value, name]) => ({ value, label: say(`import.delimiter.${name}`) }))}
          value={found.format.delimiter}
          onChange={delimiter => delimiter && read({ delimiter })}
        />
        <Select
          {...shared}
          label={say('import.header')}
          data={(['yes', 'no'] as const).map(value => ({ value, label: say(`import.header.${value}`) }))}
          value={found.format.header ? 'yes' : 'no'}
          onChange={header => header && read({ header: header === 'yes' })}
        />
      </div>
      {reading.error && <Complaint error={reading.error} />}
    </section>
  )
}
