import { checkIds } from '../../src/doctor/finding.ts'
import { countsOf } from '../../src/doctor/report/outcome.ts'
import type { Options } from './arguments.ts'
import { readConfiguration, readGivenConfiguration } from './configuration.ts'
import type { Report, ReportedFinding } from './report.ts'
import type { Reporter } from './reporter.ts'
import { createRun, type RunInput } from './run.ts'
import { createTemplateLines } from '../build/template/find-in-template.ts'

/** What a run has around it. */
export interface Surroundings extends Omit<RunInput, 'origin' | 'person'> {
  /** The folder of the app, where its configuration is. */
  root: string
  /** Text of `infra/template.yaml`. */
  template: string
  reporter: Reporter
  /** Asked before anything is checked, so that nobody has to wait for the question. */
  askPassword: (email: string) => Promise<string>
  /** Aborted by Ctrl-C: the check that runs is finished, since it cleans up behind itself. */
  signal: AbortSignal
}

/**
 * Runs every check and reports what it finds. Whoever is signed in for it is signed out again.
 *
 * @throws Refusal before anything is checked; the signal's reason when interrupted.
 */
export async function examine(
  { origin, email, config: given }: Options,
  surroundings: Surroundings,
): Promise<Report> {
  const { root, fetch, reporter, signal } = surroundings
  const configuration =
    given === undefined
      ? await readConfiguration({ root, origin, fetch })
      : await readGivenConfiguration(given, { fetch })
  reporter.begin({ origin, source: configuration.source })
  const isReady = configuration.kind === 'ready'
  const person = isReady && email !== undefined ? await personOf(email, surroundings) : undefined

  const run = createRun(configuration, { ...surroundings, origin, person })
  const locate = createTemplateLines(surroundings.template)
  const findings: ReportedFinding[] = []
  try {
    reporter.checking(checkIds[0])
    for await (const finding of run.findings()) {
      const line = finding.template === undefined ? undefined : locate(finding.template)
      const found = { ...finding, ...(line && { templateLine: `infra/template.yaml:${line}` }) }
      findings.push(found)
      reporter.found(found)
      signal.throwIfAborted()
      const next = checkIds[findings.length]
      if (next) reporter.checking(next)
    }
  } finally {
    await run.end()
  }
  const counts = countsOf(findings)
  const report: Report = {
    version: 1,
    origin,
    configuration: configuration.source,
    isSignedIn: run.isSignedIn(),
    outcome: counts.wrong > 0 ? 'wrong' : 'well',
    counts,
    findings,
  }
  reporter.end(report)
  return report
}

async function personOf(
  email: string,
  { askPassword, hide }: Pick<Surroundings, 'askPassword' | 'hide'>,
) {
  const password = await askPassword(email)
  hide([password])
  return { email, password }
}
