import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useAdminWords } from '../words/admin/words.ts'
import styles from './Admin.module.css'
import { orderedObjects, plainObjects } from './order/ordered.ts'
import { adminPagesFor } from './pages.ts'

/** Around every page of administration: where else one can go in it. */
export default function Admin() {
  const pages = adminPagesFor(useSchema())
  if (pages.length === 0) return <NotFound />
  return (
    <div className={styles.admin}>
      <AdminNavigation pages={pages} />
      <div id={pageId} className={styles.page} tabIndex={-1}>
        <Outlet />
      </div>
    </div>
  )
}

const pageId = 'admin-page'

function AdminNavigation({ pages }: { readonly pages: ReturnType<typeof adminPagesFor> }) {
  const say = useAdminWords()
  const parts = [...Map.groupBy(pages, ({ part }) => part)]
  const nav = useRef<HTMLElement>(null)
  const path = useLocation({ select: ({ pathname }) => pathname })
  // On a phone they stand in one line, where the page that is open may be out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path, another page
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>('[data-active]')
    if (link) nav.current?.scrollTo({ left: link.offsetLeft - (nav.current.clientWidth - link.clientWidth) / 2 })
  }, [path])
  return (
    <nav
      ref={nav}
      className={styles.nav}
      aria-label={say('shell.administration')}
      onFocus={({ target }) => target.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
    >
      <a className={styles.skip} href={`#${pageId}`}>
        {say('admin.skip')}
      </a>
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
            {part === 'shape' && <ListLinks />}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** Lists that modules bring and the company fills: in an order of its own, or as any other. */
function ListLinks() {
  const schema = useSchema()
  const link = { className: styles.link, activeProps: { 'data-active': true } } as const
  return (
    <>
      {orderedObjects(schema).map(object => (
        <li key={object.name}>
          <Link to="/admin/lists/$list" params={{ list: object.plural }} {...link}>
            <ObjectName object={object} />
          </Link>
        </li>
      ))}
      {plainObjects(schema).map(object => (
        <li key={object.name}>
          <Link to="/$plural" params={{ plural: object.plural }} {...link}>
            <ObjectName object={object} />
          </Link>
        </li>
      ))}
    </>
  )
}

const ObjectName = ({ object: { icon, label } }: { readonly object: DescribedObject }) => (
  <>
    <Icon name={icon} />
    {label[1]}
  </>
)
