import HardBreak from '@tiptap/extension-hard-break'
import { Placeholder } from '@tiptap/extensions/placeholder'
import { Editor, EditorContent, type Extensions } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useEffect, useEffectEvent, useLayoutEffect, useReducer, useState } from 'react'
import { RichTextBar } from './bar.input.tsx'
import styles from './rich_text.module.css'

interface RichTextEditorProps {
  readonly value: string
  readonly onChange: (html: string) => void
  readonly label: string
  readonly placeholder: string | undefined
  readonly isWrong: boolean
  /** It is there, and can be written in once it was given the focus. */
  readonly onReady: (focus: () => void) => void
}

/** Writes what sanitise.ts lets through, and nothing else. */
export default function RichTextEditor(props: RichTextEditorProps) {
  const { value, isWrong } = props
  const editor = useWritten(props)
  // Another one's change, or a draft that was cleared.
  useEffect(() => {
    if (!editor || editor.isFocused) return
    if (value !== editor.getHTML() && !(value === '' && editor.isEmpty))
      editor.commands.setContent(value, { emitUpdate: false })
  }, [editor, value])
  if (!editor) return null
  return (
    <div className={styles.editor} data-wrong={isWrong || undefined}>
      <RichTextBar editor={editor} />
      <Surface editor={editor} onReady={props.onReady} />
    </div>
  )
}

/** Made when it is on the screen, and not while it is drawn: what is drawn may be given up half-way. */
function useWritten({ value, onChange, label, placeholder = '', isWrong }: RichTextEditorProps) {
  const [editor, setEditor] = useState<Editor>()
  const [, draw] = useReducer((times: number) => times + 1, 0)
  const change = useEffectEvent((written: Editor) => onChange(written.isEmpty ? '' : written.getHTML()))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is written later goes in by the editor itself
  useLayoutEffect(() => {
    const made = new Editor({
      extensions: [...extensions, Placeholder.configure({ placeholder })],
      content: value,
      // The policy of the page takes styles from files only.
      injectCSS: false,
      onUpdate: ({ editor: written }) => change(written),
      onTransaction: draw,
    })
    setEditor(made)
    return () => made.destroy()
  }, [])
  useEffect(() => {
    const said = { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label }
    const attributes = { ...said, class: `${styles.text} ${styles.writing}`, 'aria-invalid': String(isWrong) }
    editor?.setOptions({ editorProps: { attributes, handleDOMEvents: { keydown: (_, event) => isForAround(event) } } })
  }, [editor, label, isWrong])
  return editor
}

/** Sends and gives up: what stands around the text hears it, and the text does nothing. */
const isForAround = ({ key, ctrlKey, metaKey }: KeyboardEvent) =>
  key === 'Escape' || (key === 'Enter' && (ctrlKey || metaKey))

function Surface({ editor, onReady }: { readonly editor: Editor; readonly onReady: RichTextEditorProps['onReady'] }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, before it is painted
  useLayoutEffect(() => onReady(() => focusAtEnd(editor)), [])
  return <EditorContent editor={editor} />
}

const extensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3, 4] },
    hardBreak: false,
    trailingNode: false,
    link: { openOnClick: false, autolink: true, protocols: ['mailto', 'tel'], defaultProtocol: 'https' },
  }),
  // Ctrl Enter sends, everywhere: a line ends with Shift Enter alone.
  HardBreak.extend({
    addKeyboardShortcuts() {
      return { 'Shift-Enter': () => this.editor.commands.setHardBreak() }
    },
  }),
]

function focusAtEnd(editor: Editor) {
  editor.commands.setTextSelection(editor.state.doc.content.size)
  editor.view.focus()
}
