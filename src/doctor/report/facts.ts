import type { Finding } from '../finding.ts'
import { diagnosticsWords } from '#doctor-words/diagnostics'

export type Fact = readonly [label: string, text: string]

/**
 * How it is known, and how it is mended.
 *
 * @param placeOf what to call the place of the template that a finding names.
 */
export function factsOf(
  { evidence, remedy, template }: Finding,
  placeOf: (template: string) => string,
): Fact[] {
  const { labels } = diagnosticsWords
  return [
    [labels.evidence, evidence],
    ...(remedy
      ? [[labels.remedy, remedy.text] as const, [labels.console, remedy.console] as const]
      : []),
    ...(template === undefined ? [] : [[labels.template, placeOf(template)] as const]),
  ]
}
