import type { Finding } from '../../doctor/finding.ts'
import { factsOf } from '../../doctor/report/facts.ts'
import { maskSecrets } from '../../doctor/report/mask.ts'
import { placeInTemplate } from '../../doctor/report/place-in-template.ts'
import { diagnosticsWords } from '#doctor-words/diagnostics'

const { labels } = diagnosticsWords

/** How it is known, and how it is mended. */
export function FindingFacts({ finding }: { finding: Finding }) {
  return (
    <dl className="finding-facts">
      {factsOf(finding, placeInTemplate).map(([label, text]) => (
        <div key={label} data-technical={label === labels.template || undefined}>
          <dt>{label}</dt>
          <dd>{maskSecrets(text)}</dd>
        </div>
      ))}
    </dl>
  )
}
