import { checks } from '../../doctor/checks.ts'
import { configurationFinding } from '../../doctor/configuration-finding.ts'
import type { CheckId, Finding } from '../../doctor/finding.ts'
import { runChecks } from '../../doctor/run-checks.ts'
import { diagnosticsWords } from '../../ui/wording/diagnostics.en.ts'
import { doctorWords } from '../../ui/wording/doctor.en.ts'
import type { Configured } from './configured.ts'
import { createPagePorts } from './page-ports.ts'

/** In the order in which they are shown. */
export const shownChecks: readonly CheckId[] = checks.map(({ id }) => id)

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
    shownChecks.filter((id) => id !== asked),
  )
}

/** Every check asks what the configuration names, so without one none can. */
function* withoutConfiguration(
  problems: Parameters<typeof configurationFinding>[0],
): Generator<Finding> {
  const finding = configurationFinding(problems)
  yield finding
  const told = diagnosticsWords.noConfiguration(doctorWords.titles[finding.check])
  for (const check of shownChecks) {
    if (check !== finding.check) yield { check, status: 'not-applicable', ...told }
  }
}
