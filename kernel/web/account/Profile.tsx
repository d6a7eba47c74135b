import { useTitle } from '../shell/use-title.ts'
import { useAdminWords } from '../words/admin/words.ts'
import { AboutYou } from './AboutYou.tsx'
import { ApiKeys } from './ApiKeys.tsx'
import { Password } from './Password.tsx'
import styles from './Profile.module.css'
import { Sessions } from './Sessions.tsx'

/** What people decide about themselves. */
export default function Profile() {
  const say = useAdminWords()
  useTitle(say('account.title'))
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{say('account.title')}</h1>
      <AboutYou />
      <Password />
      <Sessions />
      <ApiKeys />
    </div>
  )
}
