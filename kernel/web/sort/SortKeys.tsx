import { ActionIcon, Button, Select } from '@mantine/core'
import { typeOf } from '../../fields/types.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './Sort.module.css'
import type { SortProps } from './Sort.tsx'
import { isDown, nameOf, sortBy, withField } from './sort-keys.ts'

const most = 4

/** The fields by which it is sorted, in their order. */
export default function SortKeys({ object, sort, onChange }: SortProps) {
  const say = useListWords()
  const fields = object.fields.filter(field => typeOf(field).sortable)
  const free = fields.filter(({ name }) => !sort.some(key => nameOf(key) === name))
  const next = free[0]
  return (
    <>
      {sort.length === 0 && <p className={styles.none}>{say('sort.none')}</p>}
      <ol className={styles.keys}>
        {sort.map((key, at) => {
          const field = fieldOf(object, nameOf(key))
          const label = field?.label ?? nameOf(key)
          const offered = fields.filter(each => each === field || free.includes(each))
          return (
            <li key={nameOf(key)} className={styles.key}>
              <span className={styles.joint}>{say(at === 0 ? 'sort.by' : 'sort.then')}</span>
              <Select
                aria-label={say('sort.field')}
                data={offered.map(each => ({ value: each.name, label: each.label }))}
                value={nameOf(key)}
                onChange={name => name && onChange(withField(sort, at, name))}
                searchable
                allowDeselect={false}
              />
              <Button
                variant="default"
                h={30}
                px={8}
                leftSection={<Icon name={isDown(key) ? 'arrow-down' : 'arrow-up'} size={14} />}
                aria-label={`${say('sort.direction')}: ${say(isDown(key) ? 'sort.down' : 'sort.up')}`}
                onClick={() => onChange(sort.map(other => (other === key ? sortBy(nameOf(key), !isDown(key)) : other)))}
              >
                {say(isDown(key) ? 'sort.down' : 'sort.up')}
              </Button>
              <ActionIcon
                variant="subtle"
                size={30}
                aria-label={say('sort.remove', { label })}
                title={say('sort.remove', { label })}
                onClick={() => onChange(sort.filter(other => other !== key))}
              >
                <Icon name="x" size={15} />
              </ActionIcon>
            </li>
          )
        })}
      </ol>
      {next && sort.length < most && (
        <Button
          variant="subtle"
          h={28}
          px={8}
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => onChange([...sort, next.name])}
        >
          {say('sort.add')}
        </Button>
      )}
    </>
  )
}
