import { Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import { useSchema } from '../../schema/use-schema.ts'
import { TroubleState } from '../../ui/State.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { Inset, Panel } from '../Panel.tsx'
import { FilterDialog } from './FilterDialog.tsx'
import { filterIn, ownGrant } from './grants.ts'
import { MatrixCards } from './MatrixCards.tsx'
import type { Choose } from './MatrixCell.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { type Change, useGrants } from './use-grants.ts'

/** Object by verb: whose records a role reaches with it. */
export function Matrix({ role }: { readonly role: string }) {
  const grantObject = useSchema().byName('role_grant')
  return grantObject ? <MatrixPanel grantObject={grantObject} role={role} /> : null
}

function MatrixPanel({ grantObject, role }: { readonly grantObject: DescribedObject; readonly role: string }) {
  const say = useAdminWords()
  const { grants, error, refetch, change } = useGrants(grantObject, role)
  const [filtering, filter] = useState<Change>()
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768, { getInitialValueInEffect: false })
  const choose: Choose = (object, verb, scope) => {
    const known = ownGrant(grants ?? [], object, verb)
    if (scope === 'filter') filter({ object, verb, scope, filter: known?.filter ?? null })
    // A refusal has been announced, and what was chosen is taken back.
    else change({ object, verb, scope, filter: null }).catch(() => {})
  }
  const Shown = isPhone ? MatrixCards : MatrixTable
  return (
    <Panel title={say('roles.matrix')} hint={say('roles.matrix.hint')}>
      {error && !grants ? (
        <TroubleState error={error} retry={() => void refetch()} />
      ) : grants ? (
        <Shown grants={grants} choose={choose} />
      ) : (
        <Inset>
          <Skeleton height={320} radius="sm" />
        </Inset>
      )}
      {filtering && (
        <FilterDialog
          object={filtering.object}
          start={filterIn(filtering.filter)}
          onClose={() => filter(undefined)}
          onSave={where => change({ ...filtering, filter: JSON.stringify(where) })}
        />
      )}
    </Panel>
  )
}
