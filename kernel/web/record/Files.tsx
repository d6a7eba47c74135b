import { ActionIcon, FileButton, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { forget, listOnce, recordsOf } from '../queries.ts'
import { fieldOf, mayDo, type Schema } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { Icon } from '../ui/Icon.tsx'
import { titleOf } from '../ui/titles.ts'
import { upload } from '../ui/upload.ts'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './Related.module.css'
import { aboutIt, aboutObjects } from './timeline.ts'

interface Holder {
  readonly object: DescribedObject
  readonly about: string
  readonly file: string
  readonly name: string
}

/** The object whose records hold a file about another: a name, a file, and whom it is about. */
export const fileHolder = (schema: Schema, of: DescribedObject): Holder | undefined =>
  aboutObjects(schema, of).flatMap(({ object, field }) => {
    const [file] = object.fields.filter(({ type, required }) => type === 'file' && required)
    const [name = ''] = object.title
    return file && isText(fieldOf(object, name)) ? [{ object, about: field.name, file: file.name, name }] : []
  })[0]

const isText = (field: DescribedField | undefined) => field?.type === 'text'

/** Files of the record: dropped anywhere on its page, or chosen. */
export function Files({ holder }: { readonly holder: Holder }) {
  const say = useWords()
  const { object: of, record } = useHere()
  const { object } = holder
  const where = aboutIt(holder.about, of, record.id)
  const { data } = useQuery(listOnce(object, { where, sort: '-created_at', limit: 50, include: [holder.file] }))
  const { attach, isSending } = useAttach(holder)
  const mayAdd = mayDo(object, 'create')
  const isOver = useDrop(mayAdd ? attach : undefined)
  const rows = data?.rows ?? []
  if (data && rows.length === 0 && !mayAdd) return null
  return (
    <section className={styles.panel}>
      <h2 className={styles.heading}>
        <span>
          {object.label[1]}
          {rows.length > 0 && <span className={styles.count}>{rows.length}</span>}
        </span>
        {mayAdd && (
          <FileButton multiple onChange={attach}>
            {props => (
              <ActionIcon
                {...props}
                variant="subtle"
                size={24}
                aria-label={say('record.add', { label: object.label[0] })}
              >
                <Icon name="plus" />
              </ActionIcon>
            )}
          </FileButton>
        )}
      </h2>
      {isSending && <Skeleton height={20} radius="sm" mb={6} />}
      {rows.map(row => {
        const file = data?.included?.file?.[String(row[holder.file])]
        return (
          <div key={row.id} className={styles.file}>
            <Icon name="file" size={15} />
            <a href={file?.url} target="_blank" rel="noopener">
              {titleOf(object, row)}
            </a>
          </div>
        )
      })}
      {data && rows.length === 0 && !isSending && <p className={styles.none}>{say('record.files.none')}</p>}
      {isOver && <div className={styles.over}>{say('record.files.drop')}</div>}
    </section>
  )
}

function useAttach({ object, about, file: field, name }: Holder) {
  const say = useWords()
  const queries = useQueryClient()
  const done = useDone()
  const { object: of, record } = useHere()
  const sending = useMutation({
    mutationFn: async (file: File) => {
      const { id } = await upload(file)
      return recordsOf(object).create({ [name]: file.name, [field]: id, [about]: [{ object: of.name, id: record.id }] })
    },
    scope: { id: `files of ${record.id}` },
    onSuccess: (answer, { name: title }) => done(say('record.created', { title }), answer),
    onError: error => announceTrouble(error, say),
    onSettled: () => forget(queries, object.name),
  })
  return {
    attach: (files: readonly File[]) => {
      for (const file of files) sending.mutate(file)
    },
    isSending: sending.isPending,
  }
}

/** Files that are held over the page, and let go. */
function useDrop(onDrop: ((files: readonly File[]) => void) | undefined) {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onDrop)
  latest.current = onDrop
  useEffect(() => {
    const holds = (event: DragEvent) => latest.current && event.dataTransfer?.types.includes('Files')
    const over = (event: DragEvent) => {
      if (!holds(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!holds(event) || event.defaultPrevented) return
      event.preventDefault()
      latest.current?.([...(event.dataTransfer?.files ?? [])])
    }
    const listening = new AbortController()
    document.addEventListener('dragover', over, listening)
    document.addEventListener('dragleave', leave, listening)
    document.addEventListener('drop', drop, listening)
    return () => listening.abort()
  }, [])
  return isOver
}
