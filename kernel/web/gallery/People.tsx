import type { DescribedObject } from '../../schema/described.ts'
import { useSchema } from '../schema/use-schema.ts'
import { Ago } from '../ui/Ago.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Face } from '../ui/Face.tsx'
import { Faces } from '../ui/Faces.tsx'
import { Logo } from '../ui/Logo.tsx'
import { RecordLink } from '../ui/RecordLink.tsx'
import { useGalleryWords } from '../words/gallery/words.ts'
import { Part } from './Part.tsx'
import { includedFor, samplesOf } from './samples.ts'

const people = ['Maya Chen', 'Tomasz Zieliński', 'مرحبا بالعالم', 'Ó', '李小龙', 'Jean-Luc Picard de la Barre']

/** Who, which record, and when. */
export function People() {
  const say = useGalleryWords()
  const { byName } = useSchema()
  const included = includedFor(say('gallery.long'), say('gallery.rtl'))
  const users = people.map(title => ({ id: title, title }))
  const { ref } = samplesOf(say('gallery.long'), say('gallery.rtl'))
  return (
    <>
      <Part title={say('gallery.avatars')}>
        {people.map((name, at) => (
          <Avatar key={name} name={name} size={22 + at * 6} />
        ))}
        <Avatar name="Atelier Brume" size={44} square />
        {['user', 'team', 'role'].flatMap(name => byName(name) ?? []).map(faceOf)}
        <Faces people={users.slice(0, 3)} count={3} label={say('gallery.faces')} />
        <Faces people={users} count={28} label={say('gallery.faces')} />
        <Logo size={28} />
      </Part>
      <Part title={say('gallery.links')}>
        <RecordLink object="user" id={ref.value} included={included} />
        <RecordLink object="user" id="unseen" included={included} />
        <Ago at={new Date(Date.now() - 40_000).toISOString()} />
        <Ago at={new Date(Date.now() - 86_400_000 * 3).toISOString()} />
        <Ago at="2021-02-03T04:05:06Z" />
      </Part>
    </>
  )
}

/** Round, square, and of what has no face none. */
const faceOf = (object: DescribedObject) => (
  <Face
    key={object.name}
    object={object}
    record={{ id: object.name, version: 1 }}
    included={{}}
    title={object.label[0]}
    size={34}
  />
)
