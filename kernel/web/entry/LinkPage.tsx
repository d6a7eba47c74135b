import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Complaint } from '../screens/FieldsForm.tsx'
import { Back } from './Back.tsx'
import styles from './EntryPage.module.css'
import { EntryPage } from './EntryPage.tsx'
import { linkQuery } from './identity.ts'

interface LinkPageProps {
  readonly kind: 'invitations' | 'password-resets'
  readonly token: string
  readonly title: string
  readonly hint?: string
  readonly children: (email: string) => ReactNode
}

/** Behind the link of a mail: for whom it is, or why it no longer holds. */
export function LinkPage({ kind, token, title, hint, children }: LinkPageProps) {
  const { data, error } = useQuery(linkQuery(kind, token))
  return (
    <EntryPage title={title} {...(hint ? { hint } : {})}>
      {data && children(data.email)}
      {error && (
        <div className={styles.form}>
          <Complaint error={error} />
        </div>
      )}
      {!data && !error && <Skeleton height={160} mt="lg" radius="sm" />}
      <Back />
    </EntryPage>
  )
}
