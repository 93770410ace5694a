import type { Terminal } from '../terminal/terminal.ts'
import type { CheckId } from '../../src/doctor/finding.ts'
import type { Report, ReportedFinding } from './report.ts'
import type { Style } from '../terminal/style.ts'
import { describeFinding, describeOutcome } from './text-report.ts'
import { terminalWords } from './words.en.ts'

/** Whom the findings are told as they come. */
export interface Reporter {
  begin(about: { origin: string; source: string }): void
  checking(check: CheckId): void
  found(finding: ReportedFinding): void
  end(report: Report): void
}

export function createTextReporter(terminal: Terminal, style: Style): Reporter {
  return {
    begin({ origin, source }) {
      terminal.say(`${terminalWords.begin(origin, source)}\n`)
    },
    checking(check) {
      terminal.show(terminalWords.checking(check))
    },
    found(finding) {
      terminal.show('')
      terminal.say(describeFinding(finding, style))
    },
    end(report) {
      terminal.show('')
      terminal.say(`\n${describeOutcome(report, style)}`)
    },
  }
}

/** One document, when all is known. */
export function createJsonReporter(terminal: Terminal): Reporter {
  return {
    begin: () => undefined,
    checking: () => undefined,
    found: () => undefined,
    end(report) {
      terminal.say(JSON.stringify(report, null, 2))
    },
  }
}
