import { configurationFinding } from '../../doctor/report/configuration-finding.ts'
import { checkIds, type CheckId, type Finding } from '../../doctor/finding.ts'
import type { DoctorPorts } from '../../doctor/ports.ts'
import { runChecks } from '../../doctor/run-checks.ts'
import { diagnosticsWords } from '#doctor-words/diagnostics'
import { doctorWords } from '#doctor-words/common'
import { createPagePorts } from './page-ports.ts'

/** `/config.json`, read anew: what it says, or what is wrong with it. */
export type Configured =
  | { config: DoctorPorts['config']; problems?: never }
  | { problems: Parameters<typeof configurationFinding>[0] }

/** @param asked goes first: whoever follows an error's link waits for nothing else. */
export async function* begin(
  configured: Configured,
  asked: CheckId | undefined,
): AsyncGenerator<Finding> {
  if (configured.problems) {
    yield* withoutConfiguration(configured.problems)
    return
  }
  const ports = createPagePorts(configured.config)
  if (asked !== undefined) yield* runChecks(ports, [asked])
  yield* runChecks(
    ports,
    checkIds.filter((id) => id !== asked),
  )
}

/** Every check asks what the configuration names, so without one none can. */
function* withoutConfiguration(
  problems: Parameters<typeof configurationFinding>[0],
): Generator<Finding> {
  const finding = configurationFinding(problems)
  yield finding
  const told = diagnosticsWords.noConfiguration(doctorWords.titles[finding.check])
  for (const check of checkIds) {
    if (check !== finding.check) yield { check, status: 'not-applicable', ...told }
  }
}
