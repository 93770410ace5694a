import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { templateLines } from '../../infra/build/template/template-lines.ts'
import { templatePlaces } from '../../src/doctor/template-places.ts'

const root = join(import.meta.dirname, '../..')
const template = readFileSync(join(root, 'infra/template.yaml'), 'utf8').split('\n')

interface Loader {
  load(id: string): string | null
}

/** The plugin, as Vite calls it. */
function loader(): Loader {
  return Object.assign(templateLines() as unknown as Loader, { addWatchFile: () => undefined })
}

/** The module as a build has it. */
async function builtLines(): Promise<Record<string, number>> {
  const code = loader().load(join(root, 'src/doctor/report/template-lines.ts')) ?? ''
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return (module as { templateLines: Record<string, number> }).templateLines
}

test('every place that a finding names is a line of the template that says so', async () => {
  const lines = await builtLines()

  for (const place of Object.values(templatePlaces)) {
    expect(template[(lines[place] ?? 0) - 1], place).toContain(`${place.split('.').at(-1) ?? ''}:`)
  }
})

test('no other module is touched', () => {
  expect(loader().load(join(root, 'src/doctor/report/text-for-others.ts'))).toBeNull()
})
