import { readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evaluate } from '../support/documents/arithmetic.ts'
import { tableBelow } from '../support/documents/document-tables.ts'

const file = 'docs/scaling.md'
const people = [10_000, 1_000_000, 40_000_000]
const text = readFileSync(file, 'utf8')

const assumptions = tableBelow(file, 'Assumptions').map(([, value = '']) => Number(value))
const [daily = 0, visits = 0, hour = 0, peak = 0] = assumptions
const callsOfVisit = new Map(
  tableBelow(file, 'Calls of a visit').map(([quota = '', calls = '', how = '']) => [
    quota,
    { calls: Number(calls), how },
  ]),
)
const defaults = new Map(
  tableBelow(file, 'What AWS allows').map(([quota = '', value = '']) => [quota, Number(value)]),
)

const visitsASecond = (count: number) => ((count * daily * visits * hour) / 3600) * peak

/** A figure of a table stands for what rounds to it. */
function expectFigure(cell: string, value: number, what: string): void {
  const figure = Number(cell.replaceAll(',', '').replace(' ×', ''))
  const decimals = cell.split('.')[1]?.replace(' ×', '').length ?? 0
  expect(Number(value.toFixed(decimals)), what).toBeCloseTo(figure, 6)
}

test('the calls of a visit are what their sums come to', () => {
  for (const [quota, { calls, how }] of callsOfVisit) {
    expect(evaluate(how), quota).toBeCloseTo(calls, 5)
  }
})

test('the sums of a visit are made of the assumptions', () => {
  const [
    ,
    ,
    ,
    ,
    signingIn = 0,
    password = 0,
    managed = 0,
    social = 0,
    out = 0,
    fresh = 0,
    lost = 0,
  ] = assumptions
  const kept = 1 - signingIn
  const redirected = managed + social
  const expected = {
    UserAuthentication: signingIn * (password + managed + 1) + kept * 2,
    RespondToAuthChallenge: signingIn * password,
    'Redeeming codes': signingIn * redirected,
    UserFederation: signingIn * social,
    UserCreation: (2 * fresh) / 30 / (daily * visits),
    UserAccountRecovery: (2 * lost) / visits,
    UserToken: out,
    GetId: signingIn,
    'Domain, one app client': signingIn * (managed * 4 + social * 3) + out * redirected * 2,
  }

  for (const [quota, calls] of Object.entries(expected)) {
    expect(callsOfVisit.get(quota)?.calls, quota).toBeCloseTo(calls, 5)
  }
})

test('the busiest second is what the assumptions come to, for each size', () => {
  const rows = tableBelow(file, 'The busiest second')

  expect(rows.map(([quota]) => quota)).toEqual([...defaults.keys()])
  expect([...callsOfVisit.keys()]).toEqual([...defaults.keys()])
  for (const [quota = '', allowed = '', ...cells] of rows) {
    const { calls = 0 } = callsOfVisit.get(quota) ?? {}
    expect(Number(allowed), quota).toBe(defaults.get(quota))
    for (const [index, count] of people.entries()) {
      expectFigure(cells[index] ?? '', calls * visitsASecond(count), `${quota}, ${count}`)
    }
    expectFigure(cells[3] ?? '', (calls * visitsASecond(40_000_000)) / Number(allowed), quota)
  }
})

test('every file that docs/scaling.md names is there', () => {
  const named = [...text.matchAll(/`((?:src|tests|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path)

  expect(named.length).toBeGreaterThan(5)
  for (const path of named) expect(() => statSync(path), path).not.toThrow()
})
