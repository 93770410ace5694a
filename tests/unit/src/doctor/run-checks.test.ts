// @vitest-environment node
import { expect, test } from 'vitest'
import { checks } from '../../../../src/doctor/run-checks.ts'
import { checkIds } from '../../../../src/doctor/finding.ts'
import { runCheck, runChecks } from '../../../../src/doctor/run-checks.ts'
import { doctorWords } from '#doctor-words/common'
import { portsAnswering } from '../../../support/doctor/doctor-answers.ts'

test('the checks are those that have an id, in that order, and each has a title', () => {
  expect(checks.map(({ id }) => id)).toEqual(checkIds)
  expect(Object.keys(doctorWords.titles)).toEqual(checkIds)
})

test('nothing is in order where nothing answers, but what needs no answer', async () => {
  const found: string[] = []
  for await (const { check, status } of runChecks(portsAnswering({}))) {
    found.push(`${check}: ${status}`)
  }

  expect(found).toEqual([
    'configuration: ok',
    'region: unknown',
    'storage: not-applicable',
    'clock: unknown',
    'user-pool: unknown',
    'app-client: not-applicable',
    'sign-up: not-applicable',
    'account: unknown',
    'first-factors: not-applicable',
    'passkeys: not-applicable',
    'second-factors: not-applicable',
    'threat-protection: not-applicable',
    'domain: not-applicable',
    'callback-url: not-applicable',
    'identity-pool: unknown',
    'role: unknown',
    'bucket: unknown',
    'cors: unknown',
  ])
})

test('only those that are asked for are run', async () => {
  const found: string[] = []
  for await (const { check } of runChecks(portsAnswering({}), ['cors', 'region'])) found.push(check)

  expect(found).toEqual(['region', 'cors'])
})

test('a check that fails itself is told by the name of its error alone', async () => {
  const secret = 'eyJhbGciOi'
  const run = () => Promise.reject(new SyntaxError(`Unexpected token in ${secret}`))

  const finding = await runCheck({ id: 'role', run }, portsAnswering({}))

  expect(finding).toMatchObject({ check: 'role', status: 'unknown' })
  expect(finding.evidence).toContain('SyntaxError')
  expect(JSON.stringify(finding)).not.toContain(secret)
})
