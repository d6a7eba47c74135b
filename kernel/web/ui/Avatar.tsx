import styles from './Avatar.module.css'

const tones = ['blue', 'green', 'amber', 'red', 'violet', 'accent'] as const

/** Two letters on a tint that stays the same for the same name. A picture, not text: the name itself stands beside it. */
export function Avatar({
  name,
  size = 22,
  square = false,
  picture,
}: {
  readonly name: string
  readonly size?: number
  readonly square?: boolean
  readonly picture?: string | undefined
}) {
  const shape = { width: size, height: size, borderRadius: square ? size / 5 : size }
  if (picture) return <img src={picture} alt="" className={styles.picture} style={shape} />
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
