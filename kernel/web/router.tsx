import type { QueryClient } from '@tanstack/react-query'
import {
  type AnyRoute,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { readWhySearch } from './admin/roles/why-search.ts'
import { readAuditSearch } from './admin/running/audit-search.ts'
import { readBoardSearch } from './board/board-search.ts'
import { isSetUpNeeded } from './entry/identity.ts'
import { readStage, type Stage } from './import/stage.ts'
import { given, readListSearch, text } from './list/list-search.ts'
import { recordQuery } from './queries.ts'
import { Trouble } from './request.ts'
import { schemaQuery } from './schema/use-schema.ts'
import { NotFound } from './screens/NotFound.tsx'
import { Broken } from './shell/Broken.tsx'
import type { ModuleScreen, PageParts } from './slots/page-parts.ts'
import { whenOnline } from './ui/when-online.ts'
import { adminSentences } from './words/admin/words.ts'
import { chartSentences } from './words/charts/words.ts'
import { duplicateSentences } from './words/duplicates/words.ts'
import { importSentences } from './words/import/words.ts'
import { listSentences } from './words/list/words.ts'
import { asLanguage } from './words/sentences.ts'
import { everywhere } from './words/words.tsx'

const screen: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(whenOnline(load), name)

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: Outlet,
  errorComponent: ({ error }) => <Broken error={error} />,
  notFoundComponent: NotFound,
})

// Words come along with a screen and not after it: what waits while it is drawn is shown late.
const languageOf = (queries: QueryClient) =>
  asLanguage(queries.getQueryData(schemaQuery.queryKey)?.person.language ?? '')

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: screen(() => import('./entry/FirstRun.tsx')),
})
const login = createRoute({
  getParentRoute: () => root,
  path: '/accounts/login',
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } =>
    given({ next: text(search.next) }),
  component: screen(() => import('./entry/SignIn.tsx')),
})
const logout = createRoute({
  getParentRoute: () => root,
  path: '/accounts/logout',
  component: screen(() => import('./entry/SignOut.tsx')),
})
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/accounts/signup',
  component: screen(() => import('./entry/Invitation.tsx')),
})
const reset = createRoute({
  getParentRoute: () => root,
  path: '/accounts/reset',
  component: screen(() => import('./entry/Reset.tsx')),
})

/** Everything in it needs somebody who is in, and what they may see. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context: { queries }, location }) => {
    try {
      const { person } = await queries.ensureQueryData(schemaQuery)
      const language = asLanguage(person.language)
      await Promise.all([everywhere.fetch(language), listSentences.fetch(language)])
    } catch (error) {
      if (!(error instanceof Trouble) || error.status !== 401) throw error
      if (await isSetUpNeeded()) throw redirect({ to: '/setup', replace: true })
      throw redirect({
        to: '/accounts/login',
        search: location.href === '/' ? {} : { next: location.href },
        replace: true,
      })
    }
  },
  component: screen(() => import('./shell/Shell.tsx')),
})
const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: screen(() => import('./home/Home.tsx')),
})
const profile = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/profile',
  component: screen(() => import('./account/Profile.tsx')),
})

const admin = createRoute({
  getParentRoute: () => shell,
  path: '/admin',
  loader: ({ context: { queries } }) => adminSentences.fetch(languageOf(queries)),
  component: screen(() => import('./admin/Admin.tsx')),
})
const adminPage = <P extends string>(path: P, load: () => Promise<{ default: ComponentType }>) =>
  createRoute({ getParentRoute: () => admin, path, component: screen(load) })
const adminPages = {
  start: adminPage('/', () => import('./admin/Start.tsx')),
  people: adminPage('people', () => import('./admin/people/People.tsx')),
  teams: adminPage('teams', () => import('./admin/people/Teams.tsx')),
  roles: adminPage('roles', () => import('./admin/roles/Roles.tsx')),
  role: adminPage('roles/$role', () => import('./admin/roles/Role.tsx')),
  why: createRoute({
    getParentRoute: () => admin,
    path: 'why',
    validateSearch: readWhySearch,
    component: screen(() => import('./admin/roles/Why.tsx')),
  }),
  fields: createRoute({
    getParentRoute: () => admin,
    path: 'fields',
    validateSearch: ({ object }: Record<string, unknown>): { object?: string | undefined } =>
      given({ object: text(object) }),
    component: screen(() => import('./admin/fields/CustomFields.tsx')),
  }),
  ordered: adminPage('lists/$list', () => import('./admin/order/Ordered.tsx')),
  audit: createRoute({
    getParentRoute: () => admin,
    path: 'audit',
    validateSearch: readAuditSearch,
    component: screen(() => import('./admin/running/Audit.tsx')),
  }),
  jobs: adminPage('jobs', () => import('./admin/running/Jobs.tsx')),
  outbox: adminPage('outbox', () => import('./admin/running/Outbox.tsx')),
  health: adminPage('health', () => import('./admin/running/Health.tsx')),
  company: adminPage('company', () => import('./admin/company/Company.tsx')),
}

const dashboardRoute = <P extends string>(path: P) =>
  createRoute({
    getParentRoute: () => shell,
    path,
    loader: ({ context: { queries } }) => chartSentences.fetch(languageOf(queries)),
    component: screen(() => import('./dashboards/Dashboards.tsx')),
  })
const dashboards = dashboardRoute('/dashboards')
const oneDashboard = dashboardRoute('/dashboards/$dashboard')

const list = createRoute({
  getParentRoute: () => shell,
  path: '/$plural',
  validateSearch: readListSearch,
  component: screen(() => import('./list/List.tsx')),
})
const board = createRoute({
  getParentRoute: () => shell,
  path: '/$plural/board',
  validateSearch: readBoardSearch,
  component: screen(() => import('./board/Board.tsx')),
})
const record = createRoute({
  getParentRoute: () => shell,
  path: '/$plural/$id',
  validateSearch: (search: Record<string, unknown>): { edit?: true | undefined; tab?: string | undefined } =>
    given({ edit: search.edit === true ? true : undefined, tab: text(search.tab) }),
  // Asked for while the pointer still rests on the link; nobody waits for it.
  loader: ({ context: { queries }, params: { plural, id } }) => {
    const object = queries.getQueryData(schemaQuery.queryKey)?.objects.find(each => each.plural === plural)
    if (object) void queries.prefetchQuery(recordQuery(object, id))
  },
  component: screen(() => import('./record/Record.tsx')),
})
const imports = createRoute({
  getParentRoute: () => shell,
  path: '/$plural/import',
  loader: ({ context: { queries } }) => importSentences.fetch(languageOf(queries)),
  component: screen(() => import('./import/ImportStart.tsx')),
})
const oneImport = createRoute({
  getParentRoute: () => shell,
  path: '/$plural/import/$id',
  loader: ({ context: { queries } }) => importSentences.fetch(languageOf(queries)),
  validateSearch: (search: Record<string, unknown>): { step?: Stage | undefined; show?: string | undefined } =>
    given({ step: readStage(search.step), show: text(search.show) }),
  component: screen(() => import('./import/Import.tsx')),
})
const duplicates = createRoute({
  getParentRoute: () => shell,
  path: '/$plural/duplicates',
  loader: ({ context: { queries } }) => duplicateSentences.fetch(languageOf(queries)),
  validateSearch: ({ of }: Record<string, unknown>): { of?: string | undefined } => given({ of: text(of) }),
  component: screen(() => import('./duplicates/Duplicates.tsx')),
})
const gallery = createRoute({
  getParentRoute: () => shell,
  path: '/gallery',
  component: screen(() => import('./gallery/Gallery.tsx')),
})
const elsewhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound })

const entering = [setup, login, logout, signUp, reset] as const
const inside = [
  ...[
    home,
    profile,
    admin.addChildren(adminPages),
    dashboards,
    oneDashboard,
    list,
    board,
    record,
    imports,
    oneImport,
    duplicates,
    gallery,
  ],
  elsewhere,
] as const
const tree = root.addChildren([...entering, shell.addChildren(inside)])

/** A screen that a module brings: what it is called in the address is known to that module alone. */
const moduleRoute = (parent: AnyRoute, { path, load, words }: ModuleScreen): AnyRoute =>
  createRoute({
    getParentRoute: () => parent,
    path,
    loader: ({ context }) => words?.fetch(languageOf((context as { queries: QueryClient }).queries)),
    component: screen(load),
  })

function treeWith({ screens }: PageParts): typeof tree {
  const routes = (open: boolean, parent: AnyRoute) =>
    screens.filter(one => (one.open === true) === open).map(one => moduleRoute(parent, one))
  const within = shell.addChildren([...inside, ...routes(false, shell)])
  return root.addChildren([...entering, within, ...routes(true, root)]) as unknown as typeof tree
}

export type Router = ReturnType<typeof makeRouter>
export const makeRouter = (queries: QueryClient, parts: PageParts) =>
  createRouter({
    routeTree: treeWith(parts),
    context: { queries },
    // A screen that fails leaves the rest of the page standing.
    defaultErrorComponent: ({ error }) => <Broken error={error} />,
    trailingSlash: 'preserve',
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: Router
  }
}
