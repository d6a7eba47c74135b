import { mayDo, type Schema } from '../schema/use-schema.ts'

type Name = 'people' | 'teams' | 'roles' | 'why' | 'company' | 'fields' | 'audit' | 'jobs' | 'outbox' | 'health'

interface AdminPage {
  readonly name: Name
  readonly to: `/admin/${Name}`
  readonly icon: string
  readonly part: 'people' | 'shape' | 'running'
  readonly isFor: (schema: Schema) => boolean
}

const forAdministrators = ({ person }: Schema) => person.administrator

const pages: readonly AdminPage[] = [
  { name: 'people', to: '/admin/people', icon: 'user-circle', part: 'people', isFor: mayWrite('user') },
  { name: 'teams', to: '/admin/teams', icon: 'users-group', part: 'people', isFor: mayWrite('team') },
  { name: 'roles', to: '/admin/roles', icon: 'shield', part: 'people', isFor: forAdministrators },
  { name: 'why', to: '/admin/why', icon: 'search', part: 'people', isFor: forAdministrators },
  { name: 'company', to: '/admin/company', icon: 'building', part: 'shape', isFor: forAdministrators },
  { name: 'fields', to: '/admin/fields', icon: 'forms', part: 'shape', isFor: mayWrite('custom_field') },
  { name: 'audit', to: '/admin/audit', icon: 'file', part: 'running', isFor: forAdministrators },
  { name: 'jobs', to: '/admin/jobs', icon: 'checkbox', part: 'running', isFor: forAdministrators },
  { name: 'outbox', to: '/admin/outbox', icon: 'mail', part: 'running', isFor: forAdministrators },
  { name: 'health', to: '/admin/health', icon: 'desktop', part: 'running', isFor: forAdministrators },
]

/** The pages of administration that are of use to this person. */
export const adminPagesFor = (schema: Schema) => pages.filter(({ isFor }) => isFor(schema))

function mayWrite(name: string) {
  return (schema: Schema) => {
    const object = schema.byName(name)
    return object !== undefined && (mayDo(object, 'create') || mayDo(object, 'edit'))
  }
}
