import { Select } from '@mantine/core'
import type { InputProps } from '../../web/ui/field-web.ts'
import { useSchema, useWords } from '../../web/ui/person.ts'
import { RecordsPicker } from '../../web/ui/RecordPicker.tsx'
import type { RoleLink } from './refs.ts'

/** Who, and under it what each one is there for. */
export function RefsInput({ value, onChange, field, included, control }: InputProps<'refs'>) {
  const links = value ?? []
  const choose = (ids: readonly string[]) =>
    onChange(ids.map(id => links.find(link => link.id === id) ?? { id, role: null }))
  return (
    <div>
      <RecordsPicker
        objects={[field.to]}
        included={included}
        control={control}
        value={links.map(({ id }) => id)}
        onChange={choose}
      />
      {field.roles &&
        links.map(link => (
          <RoleSelect
            key={link.id}
            link={link}
            field={field}
            included={included}
            onChange={role => onChange(links.map(other => (other === link ? { ...link, role } : other)))}
          />
        ))}
    </div>
  )
}

interface RoleSelectProps extends Pick<InputProps<'refs'>, 'field' | 'included'> {
  readonly link: RoleLink
  readonly onChange: (role: string | null) => void
}

function RoleSelect({ link, field, included, onChange }: RoleSelectProps) {
  const say = useWords()
  const object = useSchema().byName(field.to)
  const title = included[field.to]?.[link.id]?.title ?? object?.label[0] ?? field.label
  const data = Object.entries(field.roles ?? {}).map(([value, label]) => ({ value, label }))
  return (
    <Select
      mt={6}
      label={say('form.role-of', { title })}
      data={data}
      value={link.role}
      onChange={onChange}
      clearable
      placeholder={say('form.none')}
    />
  )
}
