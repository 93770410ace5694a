import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import type { CheckId } from '../../../../src/doctor/finding.ts'
import { createTerminal } from '../../../../infra/terminal/terminal.ts'
import type { Options } from '../../../../infra/doctor/arguments.ts'
import { examine } from '../../../../infra/doctor/doctor.ts'
import type { Report, ReportedFinding } from '../../../../infra/doctor/report.ts'
import { createTextReporter } from '../../../../infra/doctor/reporter.ts'
import { signIn, signOut } from '../../../../infra/doctor/sign-in.ts'
import { temporaryFolder } from '../../../support/node/temporary-folder.ts'

interface Given extends Partial<Omit<Options, 'command'>> {
  /** Holds the configuration; an empty one otherwise. */
  root?: string
  password?: string
  /** What the app's server answers with as /config.json; without it nothing answers there. */
  served?: unknown
  signal?: AbortSignal
  /** Gets what is never to be written. */
  hidden?: string[]
  /** Told before each check. */
  onChecking?: (check: CheckId) => void
}

interface Examined {
  report: Report
  /** What was printed. */
  text: string
  /** What was never to be written. */
  hidden: readonly string[]
  finding: (check: CheckId) => ReportedFinding | undefined
}

/** The doctor in this process, its output a log. */
export async function examineApp(given: Given): Promise<Examined> {
  const { root = temporaryFolder(), password = '', served, hidden = [], signal, onChecking } = given
  const { origin = 'http://localhost:5173', email, config } = given
  const output = new PassThrough()
  let text = ''
  output.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const terminal = createTerminal({
    input: new PassThrough(),
    output,
    signal: new AbortController().signal,
    onInterrupt: () => undefined,
  })
  const reporter = createTextReporter(terminal, { paint: (painted) => painted })
  const report = await examine(
    { command: 'check', json: false, origin, ...(email && { email }), ...(config && { config }) },
    {
      root,
      template: readFileSync('infra/template.yaml', 'utf8'),
      fetch(url, init) {
        if (!url.startsWith(`${origin}/`)) return fetch(url, init)
        return served === undefined
          ? Promise.reject(new TypeError('fetch failed'))
          : Promise.resolve(Response.json(served))
      },
      now: () => Date.now(),
      reporter: {
        ...reporter,
        checking(check) {
          onChecking?.(check)
        },
      },
      askPassword: () => Promise.resolve(password),
      hide(secrets) {
        hidden.push(...secrets)
        terminal.hide(hidden)
      },
      loadSignIn: () => Promise.resolve({ signIn, signOut }),
      signal: signal ?? new AbortController().signal,
    },
  )
  return {
    report,
    text,
    hidden,
    finding: (id) => report.findings.find(({ check }) => check === id),
  }
}
