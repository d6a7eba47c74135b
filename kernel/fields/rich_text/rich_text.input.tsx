import { Input, Textarea } from '@mantine/core'
import { Suspense, useRef, useState } from 'react'
import type { InputProps } from '../../web/ui/field-web.ts'
import { lazyPart } from '../../web/ui/when-online.ts'
import styles from './rich_text.module.css'
import { plainText } from './rich_text.ts'

const RichTextEditor = lazyPart(() => import('./editor.input.tsx'))

/** A plain box until somebody writes in it: the editor comes then, and takes over what was typed meanwhile. */
export function RichTextInput({ value, onChange, control }: InputProps<'rich_text'>) {
  const { label, description, error, withAsterisk, placeholder, name, ...rest } = control
  const [isWanted, setWanted] = useState(false)
  const [isReady, setReady] = useState(false)
  const plain = useRef<HTMLTextAreaElement>(null)
  const spoken = rest['aria-label'] ?? label
  // As it was typed: what is kept has no space at its end.
  const [typed, setTyped] = useState<string>()
  const text = typed ?? plainText(value ?? '')
  return (
    <Input.Wrapper label={label} description={description} error={error} withAsterisk={withAsterisk} labelElement="div">
      {!isReady && (
        <Textarea
          ref={plain}
          {...rest}
          name={name}
          aria-label={spoken}
          {...(placeholder ? { placeholder } : {})}
          autosize
          minRows={4}
          maxRows={16}
          // Bold letters would not survive it.
          readOnly={typed === undefined && Boolean(value) && asHtml(text) !== value}
          error={error !== undefined}
          value={text}
          onFocus={() => setWanted(true)}
          onChange={event => {
            setTyped(event.currentTarget.value)
            onChange(asHtml(event.currentTarget.value))
          }}
        />
      )}
      {isWanted && (
        <Suspense>
          <div className={isReady ? undefined : styles.coming}>
            <RichTextEditor
              value={value ?? ''}
              onChange={onChange}
              label={spoken}
              placeholder={placeholder}
              isWrong={error !== undefined}
              onReady={focus => {
                if (document.activeElement === plain.current) focus()
                setReady(true)
              }}
            />
          </div>
        </Suspense>
      )}
    </Input.Wrapper>
  )
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What was typed as text stays text, whatever it looks like. */
const asHtml = (text: string) =>
  text
    .replace(/[&<>]/g, letter => escapes[letter] ?? '')
    .split(/\n{2,}/)
    .filter(paragraph => paragraph !== '')
    .map(paragraph => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('')
