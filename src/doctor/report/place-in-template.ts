import { diagnosticsWords } from '#doctor-words/diagnostics'
import { templateLines } from './template-lines.ts'

/** What a page calls a place of the template, with its line where the build has filled it in. */
export function placeInTemplate(template: string): string {
  const line = templateLines[template]
  const { templateLine, templatePlace } = diagnosticsWords
  return line === undefined ? templatePlace(template) : templateLine(line, template)
}
