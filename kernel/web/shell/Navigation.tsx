import { Link } from '@tanstack/react-router'
import { useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { type Place, useAreas, useFirstPlaces } from './areas.ts'
import styles from './Sidebar.module.css'

/** Every object that one may see, by area. */
export function Navigation({ onGo }: { readonly onGo?: () => void }) {
  const say = useWords()
  const { administrator } = useSchema().person
  // Whoever runs Rapport finds the settings in a room of their own.
  const shown = useAreas().filter(({ name }) => !(administrator && name === 'administration'))
  const first = useFirstPlaces()
  const areas = shown.map(area => (
    <div key={area.name} className={styles.area}>
      <h2 className={styles.heading}>{area.label}</h2>
      <ul className={styles.items}>
        {area.places.map(place => (
          <li key={place.name}>
            <PlaceLink place={place} onGo={onGo} />
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
        {first.map(place => (
          <PlaceLink key={place.name} place={place} onGo={onGo} />
        ))}
        <Link
          to="/dashboards"
          className={styles.item}
          title={say('shell.dashboards')}
          activeProps={{ 'data-active': true }}
          {...(onGo ? { onClick: onGo } : {})}
        >
          <Icon name="chart" />
          <span className={`truncate ${styles.text}`}>{say('shell.dashboards')}</span>
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

const PlaceLink = ({ place, onGo }: { readonly place: Place; readonly onGo: (() => void) | undefined }) => (
  <Link
    to={place.path as '/'}
    className={styles.item}
    title={place.label}
    activeProps={{ 'data-active': true }}
    {...(onGo ? { onClick: onGo } : {})}
  >
    <Icon name={place.icon} />
    <span className={`truncate ${styles.text}`}>{place.label}</span>
  </Link>
)
