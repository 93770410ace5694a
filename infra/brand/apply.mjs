import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brandFiles } from './brand-files.mjs'

/** `npm run brand` repeats `brand.json` and the logo wherever they are needed. */
const root = join(import.meta.dirname, '../..')
for (const [path, text] of Object.entries(brandFiles(root))) {
  writeFileSync(join(root, path), text)
  console.log(path)
}
