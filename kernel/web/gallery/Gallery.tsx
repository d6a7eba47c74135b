import { useSchema } from '../schema/use-schema.ts'
import { useTitle } from '../shell/use-title.ts'
import { State } from '../ui/State.tsx'
import { useGalleryWords } from '../words/gallery/words.ts'
import { FieldStates } from './FieldStates.tsx'
import styles from './Gallery.module.css'
import { Parts } from './Parts.tsx'

/** Where one looks first when something is ugly. */
export default function Gallery() {
  const say = useGalleryWords()
  useTitle(say('gallery.title'))
  if (!useSchema().person.administrator)
    return <State level={1} icon="shield" title={say('gallery.refused')} hint={say('gallery.refused.hint')} />
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{say('gallery.title')}</h1>
      <p className={styles.hint}>{say('gallery.hint')}</p>
      <Parts />
      <FieldStates />
    </div>
  )
}
