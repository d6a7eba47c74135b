import { MantineProvider } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { theme, variables } from '../look/theme.ts'
import { useGalleryWords } from '../words/gallery/words.ts'
import styles from './Gallery.module.css'

interface SideProps {
  readonly scheme: 'light' | 'dark'
  readonly children: ReactNode
}

/** One theme, whatever that of the page is. */
export function Side({ scheme, children }: SideProps) {
  const say = useGalleryWords()
  const id = `side-${useId().replace(/\W/g, '')}`
  return (
    <div id={id} className={styles.side} data-mantine-color-scheme={scheme}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        cssVariablesSelector={`#${id}`}
        deduplicateCssVariables={false}
        forceColorScheme={scheme}
        getRootElement={() => document.getElementById(id) ?? undefined}
      >
        <h2 className={styles.heading}>{say(`gallery.side.${scheme}`)}</h2>
        {children}
      </MantineProvider>
    </div>
  )
}
