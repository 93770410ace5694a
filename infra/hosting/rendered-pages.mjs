import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync } from 'vite'

const file = 'src/app/pages.ts'

/**
 * What the list of pages says is rendered at build time: read, not run, since its modules are React's.
 *
 * @param {string} text of src/app/pages.ts
 * @returns {{ path: string, module: string }[]} `module` as a build's manifest names it.
 */
export function renderedPages(
  text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'),
) {
  const { program } = parseSync(file, text)
  const declared = program.body.flatMap((node) => node.declaration?.declarations ?? [])
  const list = declared.find(({ id }) => id.name === 'pages')
  return list.init.elements.map(propertiesOf).flatMap(({ path, isRendered, lazy }) => {
    if (!isRendered?.value) return []
    const module = posix.join(posix.dirname(file), lazy.body.source.value)
    return [{ path: path.value, module }]
  })
}

function propertiesOf({ properties }) {
  return Object.fromEntries(properties.map(({ key, value }) => [key.name, value]))
}
