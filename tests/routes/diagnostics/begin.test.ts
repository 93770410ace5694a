import { expect, test } from 'vitest'
import type { Finding } from '../../../src/doctor/finding.ts'
import { checkIds } from '../../../src/doctor/finding.ts'
import { begin } from '../../../src/routes/diagnostics/begin.ts'

const config = {
  region: 'us-east-1',
  userPoolId: 'us-east-1_AbCdEfGhI',
  userPoolClientId: '1h57kf5cpq17m0eml12example',
  socialProviders: [],
  redirectSignIn: [],
  redirectSignOut: [],
}

async function all(findings: AsyncIterable<Finding>): Promise<Finding[]> {
  const found: Finding[] = []
  for await (const finding of findings) found.push(finding)
  return found
}

test('the check that the address names goes first, and is not run twice', async () => {
  const run = begin({ config }, 'storage')

  const first = await run.next()
  const second = await run.next()
  await run.return(undefined)

  expect(first.value).toMatchObject({ check: 'storage', status: 'ok' })
  expect(second.value).toMatchObject({ check: 'configuration' })
})

test('without a configuration that is the finding, and every other check says what it waits for', async () => {
  const found = await all(begin({ problems: [{ kind: 'not-found' }] }, 'cors'))

  expect(found[0]).toMatchObject({ check: 'configuration', status: 'wrong' })
  expect(found.map(({ check }) => check).sort()).toEqual([...checkIds].sort())
  for (const { status, summary } of found.slice(1)) {
    expect({ status, summary }).toEqual({
      status: 'not-applicable',
      summary: 'Not checked: “Configuration” comes first.',
    })
  }
})

test('where two regions are all that is wrong, it is the region’s finding', async () => {
  const problems = [
    { kind: 'other-region', key: 'userPoolId', value: 'eu-west-1_AbCdEfGhI', region: 'us-east-1' },
  ] as const

  const [first] = await all(begin({ problems }, undefined))

  expect(first).toMatchObject({ check: 'region', status: 'wrong' })
})
