import { ActionIcon, Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useAdminWords } from '../words/admin/words.ts'

/** What can be done with one row, behind three dots. */
export function RowMenu({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  const say = useAdminWords()
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <ActionIcon variant="subtle" size={30} aria-label={say('admin.actions-of', { name: of })}>
          <Icon name="dots" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
