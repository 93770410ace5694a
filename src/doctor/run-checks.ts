import { doctorWords } from '../ui/wording/doctor.en.ts'
import { checks } from './checks.ts'
import type { CheckId, Finding } from './finding.ts'
import type { Check, DoctorPorts } from './ports.ts'

/** Runs the checks one after the other, and tells each finding as it comes. */
export async function* runChecks(
  ports: DoctorPorts,
  only?: readonly CheckId[],
): AsyncGenerator<Finding> {
  for (const check of checks) {
    if (only === undefined || only.includes(check.id)) yield await runCheck(check, ports)
  }
}

/** A check that fails itself is a finding too, and the others still run. */
export async function runCheck(check: Check, ports: DoctorPorts): Promise<Finding> {
  try {
    return await check.run(ports)
  } catch (error) {
    // The name alone: the message of a parser's error may quote a token.
    const name = error instanceof Error ? error.name : typeof error
    return { check: check.id, status: 'unknown', ...doctorWords.failed(name) }
  }
}
