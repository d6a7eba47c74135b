import { Button, FileButton, Group, Input } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { InputProps } from '../../web/ui/field-web.ts'
import { useWords } from '../../web/ui/person.ts'
import { shrink } from '../../web/ui/shrink.ts'
import { upload } from '../../web/ui/upload.ts'
import { FileLink } from './file.web.tsx'

export function FileInput({
  value,
  onChange,
  field,
  included,
  control: { error, name: _, 'data-autofocus': __, ...control },
}: InputProps<'file'>) {
  const say = useWords()
  const isPicture = field.accept?.every(type => type.startsWith('image/')) === true
  const send = async (file: File) => upload(isPicture ? await shrink(file) : file)
  const sending = useMutation({ mutationFn: send, onSuccess: ({ id }) => onChange(id) })
  const sent =
    sending.data && sending.data.id === value
      ? { file: { [sending.data.id]: { id: sending.data.id, title: sending.data.name } } }
      : included
  return (
    <Input.Wrapper {...control} error={sending.error?.message ?? error} labelElement="div">
      <Group gap="xs">
        {value && <FileLink value={value} included={sent} />}
        <FileButton
          onChange={file => file && sending.mutate(file)}
          {...(field.accept ? { accept: field.accept.join(',') } : {})}
        >
          {props => (
            <Button {...props} variant="default" h={30} px={12} loading={sending.isPending}>
              {say(value ? 'form.file.replace' : 'form.file.choose')}
            </Button>
          )}
        </FileButton>
        {value && (
          <Button variant="subtle" h={30} px={12} onClick={() => onChange(null)}>
            {say('form.file.clear')}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  )
}
