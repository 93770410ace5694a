import { expect, type Page } from '@playwright/test'
import { examine } from '../../../infra/doctor/doctor.ts'
import * as signIn from '../../../infra/doctor/sign-in.ts'
import type { CheckId, Finding, FindingStatus } from '../../../src/doctor/finding.ts'
import { diagnosticsWords } from '#doctor-words/diagnostics'
import { templateFor } from './stack.ts'
import type { Person } from './test.ts'

// The SDK would say in every worker that releases of 2027 need a newer Node.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'

interface Found {
  check: CheckId
  summary: string
  status?: FindingStatus
}

interface Terminal {
  /** Whom `--email` names; nobody is signed in otherwise. */
  person?: Person
  /** What else the same fault breaks. */
  others?: readonly CheckId[]
  /** Who answers for AWS in this test: its address → that of a local AWS. */
  aws?: readonly [from: string, to: string]
  now?: () => number
}

/** What `npm run doctor` finds wrong with the configuration that this page has, and with no other. */
export async function expectDoctorToFind(
  page: Page,
  { check, summary, status = 'wrong' }: Found,
  terminal: Terminal = {},
): Promise<void> {
  const findings = await askDoctor(page, terminal)
  const finding = findings.find((each) => each.check === check)
  const all = JSON.stringify(findings, null, 2)
  expect(finding?.summary, all).toContain(summary)
  expect(finding?.status, all).toBe(status)
  const wrong = findings.filter((each) => each.status === 'wrong').map((each) => each.check)
  const { others = [] } = terminal
  expect(new Set(wrong), all).toEqual(new Set(status === 'wrong' ? [check, ...others] : others))
}

/** Follows the link of the error that is shown, and reads on `/diagnostics` what is found. */
export async function followToDoctor(page: Page, message: string, found: Found): Promise<void> {
  await page
    .getByRole('link', { name: /^Find out why/ })
    .filter({ hasText: message })
    .click()
  await expect(page).toHaveURL(`/diagnostics#${found.check}`)
  await expectOnPage(page, found)
  await expectDone(page)
}

/** What still asks when a test is over fails it. */
async function expectDone(page: Page): Promise<void> {
  await expect(page.locator('.findings')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 })
}

/** As whoever runs the app goes there, where no error leads to it. */
export async function openDoctor(page: Page, found: Found): Promise<void> {
  await page.goto(`/diagnostics#${found.check}`)
  await expectOnPage(page, found)
  await expectDone(page)
}

export async function expectOnPage(
  page: Page,
  { check, summary, status = 'wrong' }: Found,
): Promise<void> {
  const finding = page.locator(`#${check}`)
  await expect(finding).toContainText(diagnosticsWords.statuses[status])
  await expect(finding).toContainText(summary)
}

async function askDoctor(
  page: Page,
  { person, aws, now = () => Date.now() }: Terminal,
): Promise<readonly Finding[]> {
  // By way of the page, whose /config.json a test may have replaced.
  const served = await page.evaluate(async () => {
    const response = await fetch('/config.json')
    return (await response.json()) as unknown
  })
  const { origin } = new URL(page.url())
  const silent = () => undefined
  const { findings } = await examine(
    { command: 'check', origin, json: true, ...(person && { email: person.email }) },
    {
      // Where there is no configuration.
      root: 'tests/e2e/support',
      template: templateFor(origin),
      fetch(url, init) {
        if (url.startsWith(`${origin}/`)) return Promise.resolve(Response.json(served))
        const moved = aws ? url.replace(...aws) : url
        // Nothing here goes to the real AWS.
        if (new URL(moved).hostname !== 'localhost') return Promise.reject(new TypeError(moved))
        return fetch(moved, init)
      },
      now,
      reporter: { begin: silent, checking: silent, found: silent, end: silent },
      askPassword: () => Promise.resolve(person?.password ?? ''),
      hide: silent,
      loadSignIn: () => Promise.resolve(signIn),
      signal: new AbortController().signal,
    },
  )
  return findings
}
