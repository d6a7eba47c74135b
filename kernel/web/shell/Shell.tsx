import { Outlet, useMatches } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Keyboard } from '../commands/Keyboard.tsx'
import { Overlays } from '../commands/Overlays.tsx'
import { useLive } from '../live/use-live.ts'
import { useSchema } from '../schema/use-schema.ts'
import { asLanguage, useWords, WordsIn } from '../words/words.tsx'
import { BottomBar } from './BottomBar.tsx'
import styles from './Shell.module.css'
import { ShellCommands } from './ShellCommands.tsx'
import { Sidebar } from './Sidebar.tsx'
import { TopBar } from './TopBar.tsx'
import { useRecent } from './use-recent.ts'

/** Around every screen of somebody who is in: in their language. */
export default function Shell() {
  const language = asLanguage(useSchema().person.language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <WordsIn language={language}>
      <Frame />
    </WordsIn>
  )
}

function Frame() {
  const say = useWords()
  useRecent()
  useLive()
  const screen = useMatches({ select: matches => matches.at(-1)?.pathname })
  useEffect(() => {
    if (screen) document.getElementById('content')?.scrollTo({ top: 0 })
  }, [screen])
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {say('app.skip')}
      </a>
      <Sidebar />
      <div className={styles.main}>
        <TopBar />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <ShellCommands />
      <Keyboard />
      <Overlays />
    </div>
  )
}
