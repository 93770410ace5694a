import { expect, test } from 'vitest'
import type { ReportedFinding } from '../../../infra/doctor/report.ts'
import { styleFor } from '../../../infra/terminal/style.ts'
import { describeFinding, describeOutcome } from '../../../infra/doctor/text-report.ts'
import { countsOf } from '../../../src/doctor/report/outcome.ts'

const cors: ReportedFinding = {
  check: 'cors',
  status: 'wrong',
  summary: 'The bucket does not accept requests of http://localhost:5173.',
  evidence: 'OPTIONS https://profiles.example answered 403.',
  remedy: { text: 'Add the origin.', console: 'S3 › your bucket › Permissions' },
  template: 'Bucket.CorsConfiguration',
  templateLine: 'infra/template.yaml:812',
}
const bucket: ReportedFinding = {
  check: 'bucket',
  status: 'ok',
  summary: 'The bucket is there.',
  evidence: 'HEAD answered 200.',
}
const inAFile = styleFor({}, {})

function outcomeOf(findings: readonly ReportedFinding[]): string {
  const counts = countsOf(findings)
  return describeOutcome(
    {
      version: 1,
      origin: 'http://localhost:5173',
      configuration: '.env.local',
      isSignedIn: true,
      outcome: counts.wrong > 0 ? 'wrong' : 'well',
      counts,
      findings,
    },
    inAFile,
  )
}

test('what is wrong is said with how, what to do, where, and the line of the template', () => {
  expect(describeFinding(cors, inAFile)).toBe(
    [
      'Needs mending      cors               The bucket does not accept requests of http://localhost:5173.',
      '                   How we know        OPTIONS https://profiles.example answered 403.',
      '                   What to do         Add the origin.',
      '                   Where              S3 › your bucket › Permissions',
      '                   In the template    infra/template.yaml:812 (Bucket.CorsConfiguration)',
    ].join('\n'),
  )
})

test('what is well takes a line', () => {
  expect(describeFinding(bucket, inAFile)).toBe(
    'Works              bucket             The bucket is there.',
  )
})

test('a terminal gets lines that it need not break, each below the text before', () => {
  const narrow = styleFor({ isTTY: true, columns: 70 }, { NO_COLOR: '1' })

  const lines = describeFinding(cors, narrow).split('\n')

  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(71)
  expect(lines.slice(0, 2)).toEqual([
    'Needs mending      cors               The bucket does not accept',
    '                                      requests of',
  ])
})

test('a terminal too narrow for columns is left to break lines itself', () => {
  const lines = describeFinding(bucket, styleFor({ isTTY: true, columns: 40 }, { NO_COLOR: '1' }))

  expect(lines).toBe('Works              bucket             The bucket is there.')
})

test.for([
  { who: 'a terminal', output: { isTTY: true }, env: {}, isPainted: true },
  {
    who: 'whoever set NO_COLOR',
    output: { isTTY: true },
    env: { NO_COLOR: '1' },
    isPainted: false,
  },
  { who: 'an empty NO_COLOR', output: { isTTY: true }, env: { NO_COLOR: '' }, isPainted: true },
  { who: 'a dumb terminal', output: { isTTY: true }, env: { TERM: 'dumb' }, isPainted: false },
  { who: 'a file', output: {}, env: {}, isPainted: false },
])('colours for $who: $isPainted', ({ output, env, isPainted }) => {
  const text = describeFinding(cors, styleFor(output, env))

  expect(text.includes('\u001b[31mNeeds mending')).toBe(isPainted)
  expect(text.includes('\u001b')).toBe(isPainted)
})

test('the end names what is wrong and counts the rest', () => {
  const unknown = { ...bucket, status: 'unknown' as const }
  const doubtful = { ...bucket, status: 'doubtful' as const }

  expect(outcomeOf([bucket])).toBe('Everything works. 1 works.')
  expect(outcomeOf([bucket, unknown])).toBe(
    'Everything that could be checked works. 1 could not be told · 1 works.',
  )
  expect(outcomeOf([bucket, doubtful])).toBe(
    'Everything works; 1 thing could be better. 1 could be better · 1 works.',
  )
  expect(outcomeOf([cors])).toBe('1 thing needs mending: cors.')
  expect(outcomeOf([cors, { ...cors, check: 'role' }, unknown])).toBe(
    '2 things need mending: cors, role. 1 could not be told.',
  )
})
