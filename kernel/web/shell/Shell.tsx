import { Outlet, useMatches } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Runs } from '../bulk/Runs.tsx'
import { Keyboard } from '../commands/Keyboard.tsx'
import { Overlays } from '../commands/Overlays.tsx'
import { useLive } from '../live/use-live.ts'
import { SchemaIn } from '../schema/SchemaIn.tsx'
import { useSchema } from '../schema/use-schema.ts'
import { PicturesIn } from '../ui/pictures.tsx'
import { asLanguage } from '../words/sentences.ts'
import { useWords, WordsIn } from '../words/words.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Floating } from './Floating.tsx'
import styles from './Shell.module.css'
import { ShellCommands } from './ShellCommands.tsx'
import { Sidebar } from './Sidebar.tsx'
import { Strip } from './Strip.tsx'
import { TopBar } from './TopBar.tsx'
import { useFocusKept } from './use-focus-kept.ts'
import { useNarrow } from './use-narrow.ts'
import { useRecent } from './use-recent.ts'

/** Around every screen of somebody who is in: in their language. */
export default function Shell() {
  return (
    <SchemaIn>
      <Spoken />
    </SchemaIn>
  )
}

function Spoken() {
  const language = asLanguage(useSchema().person.language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <WordsIn language={language}>
      <PicturesIn>
        <Frame />
        <Floating />
      </PicturesIn>
    </WordsIn>
  )
}

function Frame() {
  const say = useWords()
  const { isNarrow, turn } = useNarrow()
  useRecent()
  useLive()
  useFocusKept()
  const screen = useMatches({ select: matches => matches.at(-1)?.pathname })
  useEffect(() => {
    if (screen) document.getElementById('content')?.scrollTo({ top: 0 })
  }, [screen])
  return (
    <div className={styles.shell} data-narrow={isNarrow || undefined}>
      <a className={styles.skip} href="#content">
        {say('app.skip')}
      </a>
      <Sidebar isNarrow={isNarrow} onTurn={turn} />
      <div className={styles.main}>
        <Strip />
        <TopBar />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <ShellCommands />
      <Keyboard />
      <Overlays />
      <Runs />
    </div>
  )
}
