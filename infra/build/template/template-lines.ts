import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { templatePlaces } from '../../../src/doctor/template-places.ts'
import { createTemplateLines } from './find-in-template.ts'

const template = fileURLToPath(new URL('../../template.yaml', import.meta.url))
const filledIn = /\/src\/doctor\/report\/template-lines\.ts$/

/** Has the doctor's page name lines of the template as it is, without the template in the page. */
export function templateLines(): Plugin {
  return {
    name: 'template-lines',
    load(id) {
      if (!filledIn.test(id)) return null
      this.addWatchFile(template)
      const lineOf = createTemplateLines(readFileSync(template, 'utf8'))
      const lines = Object.values(templatePlaces).map((place) => [place, lineOf(place)])
      return `export const templateLines = ${JSON.stringify(Object.fromEntries(lines))}`
    },
  }
}
