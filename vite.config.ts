import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const parts =
  'Combobox|Select|MultiSelect|TagsInput|NumberInput|Pill|PillsInput|Textarea|Checkbox|Alert|FileButton|NativeSelect|Modal|ModalBase|Drawer'
const controls = new RegExp(
  [
    '/kernel/fields/((\\w+)/\\2|types)\\.input\\.tsx?',
    '/kernel/web/ui/(FieldInput|RecordPicker|DecimalInput|DialogFrame)\\.',
    '/kernel/web/screens/(FieldsForm|use-draft)\\.',
    `/@mantine/core/esm/components/(${parts})/(?!CheckIcon)`,
    '/react-number-format/',
  ].join('|'),
)

export default defineConfig({
  plugins: [react(), fontAtOnce()],
  publicDir: 'kernel/web/public',
  // Everything that is data of another process comes from the server.
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    outDir: 'dist/web',
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // One sheet, one file for what most screens share, and one for what is written in: each request costs more than the
    // bytes that it saves, and who only reads does not wait for the controls.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'controls', test: controls, priority: 2, includeDependenciesRecursively: false },
            { name: 'shared', minShareCount: 6, priority: 1 },
          ],
        },
      },
    },
  },
})

/** The letters that everybody reads are asked for along with the script, and not only when the first of them is drawn. */
function fontAtOnce(): Plugin {
  return {
    name: 'font-at-once',
    transformIndexHtml(_html, { bundle }) {
      const font = Object.keys(bundle ?? {}).find(file => /inter-latin-wght-normal.*\.woff2$/.test(file))
      if (!font) return []
      const attrs = { rel: 'preload', href: `/${font}`, as: 'font', type: 'font/woff2', crossorigin: '' }
      return [{ tag: 'link', attrs, injectTo: 'head' }]
    },
  }
}
