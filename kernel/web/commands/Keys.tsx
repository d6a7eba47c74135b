import styles from './Keys.module.css'
import { keysShown } from './keys.ts'

/** Keys as small caps; how they are said is left to the command beside them. */
export const Keys = ({ keys }: { readonly keys: string }) => (
  <span className={styles.keys} aria-hidden>
    {keysShown(keys, isMac).map((key, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice
      <kbd key={at} className={styles.key}>
        {key}
      </kbd>
    ))}
  </span>
)

const isMac = /mac|iphone|ipad/i.test(navigator.platform)
