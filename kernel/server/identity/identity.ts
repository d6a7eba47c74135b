import type { Kernel } from '../kernel.ts'
import type { Outside } from '../parts.ts'
import { authenticator } from './authenticate.ts'
import { cookiesFor } from './cookies.ts'
import { accountEndpoints } from './endpoints/account.ts'
import { enteringEndpoints } from './endpoints/entering.ts'
import { invitingEndpoints } from './endpoints/inviting.ts'
import { linkEndpoints } from './endpoints/links.ts'
import { identityJobs } from './jobs.ts'
import { signInEvents } from './sign-ins.ts'
import { identityTables } from './tables.ts'

export { issueKeyFor, makeUser, setPassword } from './people.ts'
export { isSetUp, type SetUp, setUp, setUpFields } from './setup.ts'
export { identityJobs, signInEvents }

/**
 * Everything that a server needs to know who is who. The jobs are behaviours: they are given to `openKernel` too,
 * by `identityJobs`, which needs no kernel.
 */
export function identity(kernel: Kernel, { publicUrl }: Pick<Outside, 'publicUrl'>) {
  const cookies = cookiesFor(publicUrl)
  return {
    endpoints: [...enteringEndpoints(cookies), ...linkEndpoints(cookies), ...accountEndpoints, ...invitingEndpoints],
    authenticate: authenticator(kernel),
    tables: identityTables,
    eventTables: [signInEvents],
  }
}
