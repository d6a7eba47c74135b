import { TextInput } from '@mantine/core'
import {
  IconBold,
  IconCode,
  IconH2,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconQuote,
  IconStrikethrough,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { type KeyboardEvent, useState } from 'react'
import { useWords } from '../../web/ui/person.ts'
import styles from './rich_text.module.css'

const marks = [
  { name: 'bold', Icon: IconBold, keys: 'Ctrl B', run: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  {
    name: 'italic',
    Icon: IconItalic,
    keys: 'Ctrl I',
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'strike',
    Icon: IconStrikethrough,
    keys: 'Ctrl Shift S',
    run: (editor: Editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    name: 'heading',
    Icon: IconH2,
    keys: 'Ctrl Alt 2',
    run: (editor: Editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'bulletList',
    Icon: IconList,
    keys: 'Ctrl Shift 8',
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    Icon: IconListNumbers,
    keys: 'Ctrl Shift 7',
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'blockquote',
    Icon: IconQuote,
    keys: 'Ctrl Shift B',
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
  { name: 'code', Icon: IconCode, keys: 'Ctrl E', run: (editor: Editor) => editor.chain().focus().toggleCode().run() },
] as const

/** One stop of Tab; the arrows go through it. */
export function RichTextBar({ editor }: { readonly editor: Editor }) {
  const say = useWords()
  const [isLinking, setLinking] = useState(false)
  const isLink = editor.isActive('link')
  const turnLink = () => {
    if (isLink) editor.chain().focus().extendMarkRange('link').unsetLink().run()
    else setLinking(true)
  }
  return (
    <>
      <div role="toolbar" aria-label={say('text.look')} className={styles.tools} onKeyDown={walk}>
        {marks.map(({ name, Icon, keys, run }, at) => (
          <button
            key={name}
            type="button"
            tabIndex={at === 0 ? 0 : -1}
            aria-label={say(`text.${name}`)}
            title={`${say(`text.${name}`)} (${keys})`}
            aria-pressed={editor.isActive(name)}
            onMouseDown={event => event.preventDefault()}
            onClick={() => run(editor)}
          >
            <Icon size={15} stroke={1.75} />
          </button>
        ))}
        <button
          type="button"
          tabIndex={-1}
          aria-label={say('text.link')}
          title={say('text.link')}
          aria-pressed={isLink}
          onMouseDown={event => event.preventDefault()}
          onClick={turnLink}
        >
          <IconLink size={15} stroke={1.75} />
        </button>
      </div>
      {isLinking && (
        <LinkAddress
          label={say('text.address')}
          onDone={address => {
            setLinking(false)
            if (address) link(editor, address)
            else editor.commands.focus()
          }}
        />
      )}
    </>
  )
}

const scheme = 'https://'

function LinkAddress({ label, onDone }: { readonly label: string; readonly onDone: (address?: string) => void }) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Not what the form around it is waiting for.
    event.preventDefault()
    event.stopPropagation()
    onDone(event.key === 'Enter' ? event.currentTarget.value.trim() : undefined)
  }
  return (
    <div className={styles.address}>
      <TextInput
        aria-label={label}
        placeholder={scheme}
        inputMode="url"
        ref={input => input?.focus()}
        onKeyDown={onKeyDown}
        onBlur={() => onDone()}
      />
    </div>
  )
}

/** Of what is marked; with nothing marked the address itself is written. */
function link(editor: Editor, typed: string) {
  const href = /^(https?:\/\/|mailto:|tel:)/i.test(typed) ? typed : `${scheme}${typed}`
  if (editor.state.selection.empty)
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] })
      .run()
  else editor.chain().focus().setLink({ href }).run()
}

function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  event.preventDefault()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
