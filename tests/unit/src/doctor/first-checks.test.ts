// @vitest-environment node
import { expect, test } from 'vitest'
import { clock } from '../../../../src/doctor/checks/clock.ts'
import { configuration } from '../../../../src/doctor/checks/configuration.ts'
import { region } from '../../../../src/doctor/checks/region.ts'
import { storage } from '../../../../src/doctor/checks/storage.ts'
import { configurationFinding } from '../../../../src/doctor/report/configuration-finding.ts'
import type { DoctorStorage } from '../../../../src/doctor/ports.ts'
import { awsConfig, portsAnswering, refusal } from '../../../support/doctor/doctor-answers.ts'
import { doctorSession } from '../../../support/doctor/doctor-session.ts'

const bucketUrl = 'HEAD https://starter-profiles.s3.eu-central-1.amazonaws.com/'

test('a configuration without identity pool, bucket and domain works in part', async () => {
  const { identityPoolId: _, domain: __, bucket: ___, ...config } = awsConfig

  const finding = await configuration.run({ ...portsAnswering({}), config })

  expect(finding.status).toBe('ok')
  expect(finding.summary).toContain('no identity pool')
  expect(finding.summary).toContain('no bucket')
  expect(finding.summary).toContain('no domain')
})

test('what stands in the way of a configuration is told key by key', () => {
  const finding = configurationFinding([
    { kind: 'missing', key: 'userPoolId' },
    { kind: 'malformed', key: 'bucket', value: 'My Bucket' },
  ])

  expect(finding).toMatchObject({ check: 'configuration', status: 'wrong' })
  expect(finding.evidence).toContain('User pool ID (userPoolId) is missing.')
  expect(finding.evidence).toContain('My Bucket')
  expect(finding.remedy?.console).toContain('Overview')
})

test('IDs of two regions are the region’s affair', () => {
  const value = 'us-east-1:7c4f0e1c-2a5b-4e1d-9a0c-0d9b6f1c2e3a'

  const finding = configurationFinding([
    { kind: 'other-region', key: 'identityPoolId', value, region: 'eu-central-1' },
  ])

  expect(finding).toMatchObject({ check: 'region', status: 'wrong' })
  expect(finding.evidence).toContain(value)
})

test.each([
  ['a domain', { domain: 'starter.auth.us-east-1.amazoncognito.com' }, 'the domain'],
  ['an identity pool', { identityPoolId: 'us-east-1:7c4f0e1c' }, 'the identity pool ID'],
])('%s of another region is found', async (_, config, name) => {
  const finding = await region.run(portsAnswering({}, { config }))

  expect(finding.status).toBe('wrong')
  expect(finding.summary).toContain(`not of ${name}`)
})

test('a bucket of another region is found by what S3 says of it', async () => {
  const headers = { 'x-amz-bucket-region': 'us-east-1' }
  const elsewhere = new Response(null, { status: 301, headers })

  const finding = await region.run(portsAnswering({ [bucketUrl]: elsewhere }))

  expect(finding.status).toBe('wrong')
  expect(finding.evidence).toContain('the bucket says us-east-1')
})

test('a domain of one’s own does not say where it is', async () => {
  const answers = { [bucketUrl]: inRegion('eu-central-1') }
  const config = { domain: 'login.example.com' }
  const finding = await region.run(portsAnswering(answers, { config }))

  expect(finding.status).toBe('ok')
  expect(finding.evidence).toContain('the domain does not say')
})

test.each([
  ['eusc-de-east-1', 'wrong', 'aws-amplify 6.22.1'],
  ['us-iso-east-1', 'wrong', 'aws-amplify 6.22.1'],
  ['us-isob-east-1', 'wrong', 'aws-amplify 6.22.1'],
  ['eu-isoe-west-1', 'wrong', 'aws-amplify 6.22.1'],
  ['us-isof-south-1', 'wrong', 'aws-amplify 6.22.1'],
  ['cn-north-1', 'wrong', 'identity pools there alone'],
  ['cn-northwest-1', 'wrong', 'identity pools there alone'],
  ['us-gov-west-1', 'ok', ''],
  ['us-gov-east-1', 'ok', ''],
])('a region where nobody can sign in is named: %s', async (name, status, evidence) => {
  const config = { region: name, userPoolId: `${name}_AbCdEfGhI` }
  const { bucket: _, domain: __, identityPoolId: ___, ...rest } = awsConfig
  const finding = await region.run({ ...portsAnswering({}), config: { ...rest, ...config } })

  expect(finding.status).toBe(status)
  expect(finding.evidence).toContain(evidence)
})

test('a bucket that does not say where it is may be anywhere', async () => {
  const finding = await region.run(portsAnswering({}))

  expect(finding.status).toBe('unknown')
  expect(finding.summary).toContain('The bucket did not say')
})

function inRegion(name: string): Response {
  return new Response(null, { status: 403, headers: { 'x-amz-bucket-region': name } })
}

test('a store that has room for a word, and none for tokens, is full', async () => {
  const nearlyFull = storageThat({
    setItem: (_key, value) => {
      if (value.length > 4096) throw new DOMException('full', 'QuotaExceededError')
    },
  })
  const storages = { session: nearlyFull, local: storageThat({}) }
  const finding = await storage.run({ ...portsAnswering({}), storages })

  expect(finding.status).toBe('wrong')
})

function storageThat(more: Partial<DoctorStorage>): DoctorStorage {
  let kept: string | null = null
  return {
    setItem: (_key, value) => void (kept = value),
    getItem: () => kept,
    removeItem: () => void (kept = null),
    ...more,
  }
}

function throws(name: string) {
  return () => {
    throw new DOMException('No.', name)
  }
}

test.each([
  ['is full', throws('QuotaExceededError')],
  ['does not let the app use', throws('SecurityError')],
  ['forgets at once', () => undefined],
])('a local storage that %s is told apart', async (words, setItem) => {
  const storages = { session: storageThat({}), local: storageThat({ setItem }) }

  const finding = await storage.run(portsAnswering({}, { storages }))

  expect(finding.status).toBe('wrong')
  expect(finding.summary).toContain(words)
  expect(finding.summary).toContain('local storage')
})

test('storages that keep what they are given are left as they were', async () => {
  const storages = { session: storageThat({}), local: storageThat({}) }

  const finding = await storage.run(portsAnswering({}, { storages }))

  expect(finding.status).toBe('ok')
  expect(storages.local.getItem('doctor')).toBeNull()
})

/** The machine of these tests has noon. */
const own = 'GET https://app.example.com/config.json'

function sentAt(date: string, headers: Record<string, string> = {}): Response {
  return new Response('{}', { headers: { date: `Mon, 04 May 2026 ${date} GMT`, ...headers } })
}

test('a clock is compared with Cognito before the app’s own server', async () => {
  const cognito = refusal('ResourceNotFoundException')
  cognito.headers.set('date', 'Mon, 04 May 2026 12:00:00 GMT')

  const finding = await clock.run(
    portsAnswering({ InitiateAuth: cognito, [own]: sentAt('11:40:00') }),
  )

  expect(finding.status).toBe('ok')
})

test('a clock that is ahead is told by how much', async () => {
  const finding = await clock.run(portsAnswering({ [own]: sentAt('11:40:00') }))

  expect(finding.status).toBe('wrong')
  expect(finding.summary).toBe('The clock of this computer is 20 minutes ahead.')
})

test('an answer out of a cache was sent as long ago as it says', async () => {
  const cached = sentAt('11:40:00', { age: '1200' })

  const finding = await clock.run(portsAnswering({ [own]: cached }))

  expect(finding.status).toBe('ok')
})

test('the app’s own server on this machine tells no time', async () => {
  const here = 'GET http://localhost:5173/config.json'

  const finding = await clock.run(
    portsAnswering({ [here]: sentAt('11:40:00') }, { origin: 'http://localhost:5173' }),
  )

  expect(finding.status).toBe('unknown')
})

test('a token from the future tells of a clock that is behind', async () => {
  const session = doctorSession({}, { iat: Date.parse('2026-05-04T13:00:00Z') / 1000 })

  const finding = await clock.run(portsAnswering({ [own]: sentAt('12:00:00') }, { session }))

  expect(finding.status).toBe('wrong')
  expect(finding.summary).toContain('60 minutes behind')
})
