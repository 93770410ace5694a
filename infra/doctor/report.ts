import type { Finding, FindingStatus } from '../../src/doctor/finding.ts'

/** What `--json` prints; docs/doctor.md describes it. A change of meaning is another `version`. */
export interface Report {
  version: 1
  origin: string
  /** Which file, or which URL, the configuration is from. */
  configuration: string
  isSignedIn: boolean
  outcome: 'well' | 'wrong'
  counts: Record<FindingStatus, number>
  findings: readonly ReportedFinding[]
}

export interface ReportedFinding extends Finding {
  /** `infra/template.yaml:812` */
  templateLine?: string
}
