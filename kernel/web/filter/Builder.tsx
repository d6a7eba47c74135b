import { Button } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { isChoosing } from '../ui/floating.ts'
import { useListWords } from '../words/list/words.ts'
import styles from './Builder.module.css'
import { Conditions } from './Conditions.tsx'
import { Matches } from './Matches.tsx'
import { type Group, writeFilter } from './tree.ts'

interface BuilderProps {
  readonly object: DescribedObject
  readonly root: Group
  readonly onChange: (root: Group) => void
  readonly search: string | undefined
  readonly onClose: () => void
}

/** A filter, condition by condition; what is finished counts at once. */
export function Builder({ object, root, onChange, search, onClose }: BuilderProps) {
  const say = useListWords()
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !isChoosing(event)) onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onClose()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed in any control inside of it
    <div className={styles.builder} onKeyDown={hear}>
      <Conditions object={object} root={root} onChange={onChange} />
      <div className={styles.foot}>
        <Matches object={object} where={writeFilter(root)} search={search} />
        <Button
          variant="subtle"
          h={30}
          px={10}
          disabled={root.terms.length === 0}
          onClick={() => onChange({ ...root, how: 'all', terms: [] })}
        >
          {say('filter.clear')}
        </Button>
        <Button h={30} px={14} onClick={onClose}>
          {say('filter.done')}
        </Button>
      </div>
    </div>
  )
}
