import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { wordsOfAllLanguages } from '../pages/words-in-dev.ts'

const root = join(import.meta.dirname, '../../..')

/** The console of the local AWS as one script and one sheet, which the local AWS serves: `build.mjs`. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react(), wordsOfAllLanguages(root)],
  build: {
    target: 'baseline-widely-available',
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: join(root, 'src/console/main.tsx'),
      output: {
        codeSplitting: false,
        entryFileNames: 'console.js',
        assetFileNames: 'console[extname]',
      },
    },
  },
})
