import { Link, Outlet } from '@tanstack/react-router'
import { useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useAdminWords } from '../words/admin/words.ts'
import styles from './Admin.module.css'
import { adminPagesFor } from './pages.ts'

/** Around every page of administration: where else one can go in it. */
export default function Admin() {
  const pages = adminPagesFor(useSchema())
  if (pages.length === 0) return <NotFound />
  return (
    <div className={styles.admin}>
      <AdminNavigation pages={pages} />
      <div className={styles.page}>
        <Outlet />
      </div>
    </div>
  )
}

function AdminNavigation({ pages }: { readonly pages: ReturnType<typeof adminPagesFor> }) {
  const say = useAdminWords()
  const parts = [...Map.groupBy(pages, ({ part }) => part)]
  return (
    <nav className={styles.nav} aria-label={say('shell.administration')}>
      {parts.map(([part, inPart]) => (
        <div key={part} className={styles.part}>
          <h2 className={styles.heading}>{say(`admin.part.${part}`)}</h2>
          <ul className={styles.links}>
            {inPart.map(({ name, to, icon }) => (
              <li key={name}>
                <Link to={to} className={styles.link} activeProps={{ 'data-active': true }}>
                  <Icon name={icon} />
                  {say(`admin.page.${name}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
