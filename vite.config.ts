import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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
    // One sheet, and one file for what most screens share: each request costs more than the bytes that it saves.
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 6 }] } } },
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
