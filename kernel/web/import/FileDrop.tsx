import { Loader } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useImportWords } from '../words/import/words.ts'
import styles from './FileDrop.module.css'

interface DropProps {
  readonly busy: boolean
  readonly onFile: (file: File) => void
}

/** A button as large as a place to drop something on. */
export function FileDrop({ busy, onFile }: DropProps) {
  const say = useImportWords()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [file] = files ?? []
    if (file && !busy) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <>
      <button
        type="button"
        className={styles.drop}
        data-over={isOver || undefined}
        aria-busy={busy}
        onClick={() => input.current?.click()}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span className={styles.mark}>{busy ? <Loader size={20} /> : <Icon name="file" size={22} />}</span>
        <span className={styles.title}>{say(busy ? 'import.reading' : 'import.drop')}</span>
        <span className={styles.hint}>{say('import.drop.hint')}</span>
      </button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        aria-label={say('import.file')}
        hidden
        onChange={event => {
          take(event.currentTarget.files)
          // The same file, mended, may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
