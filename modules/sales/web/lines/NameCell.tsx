import { Combobox, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Money } from '#kernel/fields/money/money.ts'
import type { AnyRecord } from '#kernel/web/client.ts'
import { listOnce } from '#kernel/web/queries.ts'
import { useLocale, useSchema } from '#kernel/web/schema/use-schema.ts'
import { formatMoney } from '#kernel/web/ui/format.ts'
import styles from './Lines.module.css'

interface NameCellProps {
  readonly cell: string
  readonly label: string
  readonly name: string
  readonly placeholder?: string
  readonly isStill: boolean
  readonly onPick: (product: AnyRecord) => void
  /** Something of one's own, that is no product. */
  readonly onName: (name: string) => void
}

/** What is sold: a product, found while one types, or anything else in one's own words. */
export function NameCell({ cell, label, name, placeholder, isStill, onPick, onName }: NameCellProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState<string>()
  // What was picked is not also written as a name when one leaves.
  const isPicked = useRef(false)
  const products = useProducts(typed ?? '', combobox.dropdownOpened)
  const locale = useLocale()
  const end = () => {
    combobox.closeDropdown()
    const text = typed?.trim()
    setTyped(undefined)
    if (!isPicked.current && text && text !== name) onName(text)
    isPicked.current = false
  }
  const pick = (id: string) => {
    const product = products.find(each => each.id === id)
    if (!product) return
    isPicked.current = true
    setTyped(undefined)
    combobox.closeDropdown()
    onPick(product)
    isPicked.current = false
  }
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={pick}
      position="bottom-start"
      width="max-content"
      transitionProps={{ duration: 0 }}
    >
      <Combobox.Target>
        <input
          className={styles.name}
          data-cell={cell}
          aria-label={label}
          lang={locale.language}
          maxLength={200}
          autoComplete="off"
          readOnly={isStill}
          tabIndex={isStill ? -1 : undefined}
          placeholder={placeholder}
          value={typed ?? name}
          onChange={event => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onBlur={end}
          onKeyDown={event => {
            const isChoosing = combobox.dropdownOpened && combobox.getSelectedOptionIndex() >= 0
            if (event.key === 'Enter' && !isChoosing && typed !== undefined) {
              event.preventDefault()
              end()
            }
            if (event.key === 'Escape' && typed !== undefined) {
              event.stopPropagation()
              combobox.closeDropdown()
              setTyped(undefined)
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={products.length === 0} className={styles.products}>
        <Combobox.Options aria-label={label}>
          {products.map(({ id, name: title, price }) => (
            <Combobox.Option key={id} value={id} className={styles.product}>
              <span>{String(title)}</span>
              {price ? <span className={styles.price}>{formatMoney(price as Money, locale)}</span> : null}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const none: readonly AnyRecord[] = []

/** What is still sold, by what was typed so far. */
function useProducts(typed: string, isOpen: boolean) {
  const product = useSchema().byName('product')
  const [search] = useDebouncedValue(typed.trim(), 120)
  const asked = { where: { retired: false }, limit: 8, ...(search ? { search } : { sort: 'name' }) }
  const { data } = useQuery({
    ...listOnce(product ?? { name: 'product', plural: 'products' }, asked),
    placeholderData: keepPreviousData,
    enabled: product !== undefined && isOpen,
  })
  return data?.rows ?? none
}
