import { lazy, type ReactNode, Suspense } from 'react'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly size?: number
  readonly children: ReactNode
}

const DialogFrame = lazy(() => import('./DialogFrame.tsx'))

/** A sheet over the page; on a phone, the page itself. What it takes is fetched with the first that opens. */
export const Dialog = (props: DialogProps) => (
  <Suspense>
    <DialogFrame {...props} />
  </Suspense>
)
