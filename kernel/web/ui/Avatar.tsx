import { useState } from 'react'
import styles from './Avatar.module.css'
import { usePicture } from './pictures.tsx'

const tones = ['blue', 'green', 'amber', 'red', 'violet', 'accent'] as const

interface AvatarProps {
  readonly name: string
  /** Of a colleague, whose picture is known then. */
  readonly id?: string | undefined
  readonly picture?: string | undefined
  readonly size?: number
  readonly square?: boolean
}

/**
 * A picture, or two letters on a tint that stays the same for the same name. Decoration: the name itself stands
 * beside it.
 */
export function Avatar({ name, id, picture, size = 22, square = false }: AvatarProps) {
  const known = usePicture(id)
  const url = picture ?? known
  const [broken, setBroken] = useState<string>()
  const shape = { width: size, height: size, borderRadius: square ? size / 5 : size }
  if (url && url !== broken)
    return (
      <img src={url} alt="" className={styles.picture} style={shape} decoding="async" onError={() => setBroken(url)} />
    )
  return (
    <span
      className={styles.avatar}
      data-tone={toneOf(name)}
      style={{ ...shape, fontSize: Math.max(9, size * 0.42) }}
      data-initials={initialsOf(name)}
      aria-hidden
    />
  )
}

export function initialsOf(name: string) {
  const words = name.split(/[\s·—–-]+/u).filter(word => /^[\p{L}\p{N}]/u.test(word))
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters.map(word => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}

function toneOf(name: string) {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return tones[sum % tones.length]
}
