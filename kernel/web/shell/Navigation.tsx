import { Link } from '@tanstack/react-router'
import { useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { areasOf } from './areas.ts'
import styles from './Sidebar.module.css'

/** Every object that one may see, by area. */
export function Navigation({ onGo }: { readonly onGo?: () => void }) {
  const say = useWords()
  const schema = useSchema()
  const { administrator } = schema.person
  // Whoever runs Rapport finds the settings in a room of their own.
  const shown = areasOf(schema).filter(({ name }) => !(administrator && name === 'administration'))
  const areas = shown.map(area => (
    <div key={area.name} className={styles.area}>
      <h2 className={styles.heading}>{area.label}</h2>
      <ul className={styles.items}>
        {area.objects.map(object => (
          <li key={object.name}>
            <Link
              to="/$plural"
              params={{ plural: object.plural }}
              className={styles.item}
              title={object.label[1]}
              activeProps={{ 'data-active': true }}
              {...(onGo ? { onClick: onGo } : {})}
            >
              <Icon name={object.icon} />
              <span className={`truncate ${styles.text}`}>{object.label[1]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ))
  return (
    <>
      <div className={styles.area}>
        <Link
          to="/"
          className={styles.item}
          title={say('home.title')}
          activeOptions={{ exact: true }}
          activeProps={{ 'data-active': true }}
          {...(onGo ? { onClick: onGo } : {})}
        >
          <Icon name="home" />
          <span className={`truncate ${styles.text}`}>{say('home.title')}</span>
        </Link>
      </div>
      {areas}
      {administrator && (
        <div className={styles.area}>
          <Link
            to="/admin"
            className={styles.item}
            title={say('shell.administration')}
            activeProps={{ 'data-active': true }}
            {...(onGo ? { onClick: onGo } : {})}
          >
            <Icon name="settings" />
            <span className={`truncate ${styles.text}`}>{say('shell.administration')}</span>
          </Link>
        </div>
      )}
    </>
  )
}
