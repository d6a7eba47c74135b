import { type ReactNode, Suspense } from 'react'
import { useFocusReturn } from './use-focus-return.ts'
import { lazyPart } from './when-online.ts'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly size?: number
  readonly children: ReactNode
}

const DialogFrame = lazyPart(() => import('./DialogFrame.tsx'))

/** A sheet over the page; on a phone, the page itself. What it takes is fetched with the first that opens. */
export function Dialog(props: DialogProps) {
  useFocusReturn()
  return (
    <Suspense>
      <DialogFrame {...props} />
    </Suspense>
  )
}
