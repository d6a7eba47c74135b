import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const parts =
  'Combobox|Select|MultiSelect|TagsInput|NumberInput|Pill|PillsInput|Textarea|Checkbox|Alert|FileButton|NativeSelect|Modal|ModalBase|Drawer|ScrollArea'
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
  plugins: [react(), atOnce()],
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
            {
              name: 'admin',
              test: /\/kernel\/web\/admin\//,
              minShareCount: 6,
              priority: 2,
              includeDependenciesRecursively: false,
            },
            { name: 'shared', minShareCount: 6, priority: 1 },
          ],
        },
      },
    },
  },
})

/** What is needed for the first screen is asked for along with the script, and not only when that has run so far. */
function atOnce(): Plugin {
  const first = ['/kernel/web/shell/Shell.tsx', '/kernel/web/list/List.tsx']
  return {
    name: 'at-once',
    transformIndexHtml(html, { bundle = {} }) {
      const parts = Object.values(bundle)
      const screens = parts.flatMap(part =>
        part.type === 'chunk' && first.some(file => part.facadeModuleId?.endsWith(file))
          ? [part.fileName, ...part.imports]
          : [],
      )
      const scripts = [...new Set(screens)].filter(file => !html.includes(file))
      const font = parts.find(({ fileName }) => /inter-latin-wght-normal.*\.woff2$/.test(fileName))
      return [
        ...scripts.map(file => preload('modulepreload', file, {})),
        ...(font ? [preload('preload', font.fileName, { as: 'font', type: 'font/woff2' })] : []),
      ]
    },
  }
}

const preload = (rel: string, file: string, attrs: Record<string, string>) => ({
  tag: 'link',
  attrs: { rel, crossorigin: '', href: `/${file}`, ...attrs },
  injectTo: 'head' as const,
})
