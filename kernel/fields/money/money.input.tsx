import { NativeSelect } from '@mantine/core'
import { DecimalInput } from '../../web/ui/DecimalInput.tsx'
import type { InputProps } from '../../web/ui/field-web.ts'
import { useLocale, useWords } from '../../web/ui/person.ts'

const currencies = Intl.supportedValuesOf('currency')

export function MoneyInput({ field, value, onChange, control }: InputProps<'money'>) {
  const say = useWords()
  const { currency: usual } = useLocale()
  const currency = value?.currency ?? usual
  const select = (
    <NativeSelect
      variant="unstyled"
      aria-label={say('form.currency-of', { label: field.label })}
      data={currencies}
      value={currency}
      onChange={event => onChange({ amount: value?.amount ?? '', currency: event.currentTarget.value })}
      rightSectionWidth={20}
      styles={{
        input: {
          height: 28,
          minHeight: 28,
          padding: '0 20px 0 8px',
          lineHeight: '28px',
          border: 0,
          background: 'transparent',
          color: 'var(--ink-2)',
        },
      }}
    />
  )
  return (
    <DecimalInput
      {...control}
      rightSection={select}
      rightSectionWidth={76}
      value={(value?.amount ?? '').replace(/\.00$/, '')}
      onChange={amount => onChange(amount === '' ? null : { amount, currency })}
    />
  )
}
