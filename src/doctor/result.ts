import type { Check, DoctorPorts } from './ports.ts'
import type { CheckId, Finding, FindingStatus } from './finding.ts'
import type { TemplatePlace } from './template-places.ts'

/** A finding, before it is known whose. */
export type Result = Omit<Finding, 'check'>

/** What the words of a finding are; they live in `words`. */
export type Told = Pick<Finding, 'summary' | 'evidence' | 'remedy'>

export function createCheck(id: CheckId, examine: (ports: DoctorPorts) => Promise<Result>): Check {
  return { id, run: async (ports) => ({ check: id, ...(await examine(ports)) }) }
}

export function ok(told: Told): Result {
  return { status: 'ok', ...told }
}

export function wrong(told: Told, template?: TemplatePlace): Result {
  return result('wrong', told, template)
}

export function doubtful(told: Told, template?: TemplatePlace): Result {
  return result('doubtful', told, template)
}

export function unknown(told: Told, template?: TemplatePlace): Result {
  return result('unknown', told, template)
}

export function notApplicable(told: Told): Result {
  return { status: 'not-applicable', ...told }
}

function result(status: FindingStatus, told: Told, template: TemplatePlace | undefined): Result {
  return { status, ...told, ...(template !== undefined && { template }) }
}
