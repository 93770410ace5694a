import type { Finding } from '../../doctor/finding.ts'
import { diagnosticsWords } from '../../ui/wording/diagnostics.en.ts'
import { maskSecrets } from './mask.ts'
import { templateLines } from './template-lines.ts'

const { labels } = diagnosticsWords

/** How it is known, and how it is mended. */
export function FindingFacts({ finding }: { finding: Finding }) {
  return (
    <dl className="finding-facts">
      {factsOf(finding).map(([label, text]) => (
        <div key={label} data-technical={label === labels.template || undefined}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

export function factsOf({ evidence, remedy, template }: Finding): [label: string, text: string][] {
  const facts: [string, string][] = [[labels.evidence, maskSecrets(evidence)]]
  if (remedy) facts.push([labels.remedy, remedy.text], [labels.console, remedy.console])
  if (template !== undefined) facts.push([labels.template, placeOf(template)])
  return facts
}

function placeOf(template: string): string {
  const line = templateLines[template]
  const { templateLine, templatePlace } = diagnosticsWords
  return line === undefined ? templatePlace(template) : templateLine(line, template)
}
