import { useSchema } from '../schema/use-schema.ts'
import { useTitle } from '../shell/use-title.ts'
import { State } from '../ui/State.tsx'
import { useGalleryWords } from '../words/gallery/words.ts'
import { Dialogs } from './Dialogs.tsx'
import { FieldStates } from './FieldStates.tsx'
import styles from './Gallery.module.css'
import { Part } from './Part.tsx'
import { Parts } from './Parts.tsx'
import { Side } from './Side.tsx'

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
      <Part title={say('gallery.dialogs')} level={2}>
        <Dialogs />
      </Part>
      <div className={styles.sides}>
        {(['light', 'dark'] as const).map(scheme => (
          <Side key={scheme} scheme={scheme}>
            <Parts />
            <FieldStates />
          </Side>
        ))}
      </div>
    </div>
  )
}
