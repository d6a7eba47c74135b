import { Suspense, useState } from 'react'
import { lazyPart } from '../ui/when-online.ts'
import type { ColumnsMenuProps } from './ColumnsMenu.tsx'
import { OpenColumns } from './OpenColumns.tsx'

const ColumnsMenu = lazyPart(() => import('./ColumnsMenu.tsx'))

/** The menu comes with the first touch. */
export function ColumnsButton(props: ColumnsMenuProps) {
  const [isAsked, setAsked] = useState(false)
  const button = <OpenColumns aria-haspopup="dialog" onClick={() => setAsked(true)} />
  return isAsked ? (
    <Suspense fallback={button}>
      <ColumnsMenu {...props} />
    </Suspense>
  ) : (
    button
  )
}
