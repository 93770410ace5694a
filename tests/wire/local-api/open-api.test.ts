import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { expect, test as plain } from 'vitest'
import { faultKinds } from '../../../local/local-api/faults/fault.ts'
import { presets } from '../../../local/local-api/faults/presets.ts'
import { serviceNames } from '../../../local/local-api/requests/request-name.ts'
import { localApiRoutes, type LocalApiParts } from '../../../local/local-api/routes.ts'
import { callLocalApi } from '../../support/local-api.ts'
import { answerFaults, openApi, schemaFaults } from '../../support/open-api.ts'
import { test } from '../../support/stand-in.ts'

plain('the document has every path and method that there is, and no other', () => {
  // What they are made of is used once they are called.
  const routes = localApiRoutes({} as LocalApiParts)

  const described = Object.entries(openApi.paths).map(([path, methods]) => [
    path,
    Object.keys(methods).map((method) => method.toUpperCase()),
  ])

  expect(Object.fromEntries(described)).toEqual(
    Object.fromEntries(
      Object.entries(routes).map(([path, methods]) => [path, Object.keys(methods)]),
    ),
  )
})

plain('it names the services, kinds of faults and presets that there are', () => {
  const { Service, Kind, PresetName } = openApi.components['schemas'] as Record<
    string,
    { enum: string[]; properties: Record<string, { enum: string[] }> }
  >

  expect(Service?.enum).toEqual(serviceNames)
  expect(Kind?.enum).toEqual(faultKinds)
  expect(PresetName?.properties['preset']?.enum).toEqual(presets.map(({ name }) => name))
})

test('each answer is what it says', async ({ standIn, cognito }) => {
  await cognito.send(
    new SignUpCommand({
      ClientId: standIn.config.userPoolClientId,
      Username: 'ada@example.com',
      Password: 'Correct-horse-1',
    }),
  )
  const json = { 'content-type': 'application/json' }
  const post = (body: object) => ({ method: 'POST', headers: json, body: JSON.stringify(body) })
  const { bucket = '' } = standIn.config
  const simulate = '/_local/simulate-principal-policy'
  const guestRoleArn = standIn.deployment().roles[0]?.arn
  const rule = { kind: 'slow', service: 's3', operation: 'GetObject', delayMs: 5, times: 3 }
  const calls: [path: string, init?: Parameters<typeof callLocalApi>[2], id?: string][] = [
    ['/_local/messages'],
    ['/_local/messages/{id}', { method: 'POST' }, standIn.outbox[0]!.id],
    ['/_local/messages/{id}', { method: 'POST' }, 'none'],
    ['/_local/requests'],
    ['/_local/requests/{id}', {}, '1'],
    ['/_local/requests/{id}', {}, '99'],
    ['/_local/faults', post(rule)],
    ['/_local/faults', post({ preset: 'cors', share: 0.5 })],
    ['/_local/faults', post({})],
    ['/_local/faults'],
    ['/_local/faults/{id}', { method: 'DELETE' }, '1'],
    ['/_local/faults/{id}', { method: 'DELETE' }, '1'],
    ['/_local/faults', { method: 'DELETE' }],
    ['/_local/requests', { method: 'DELETE' }],
    ['/_local/triggers/events'],
    ['/_local/clock'],
    ['/_local/clock', post({ offsetSeconds: 60 })],
    ['/_local/clock', post({})],
    ['/_local/clock', post({ to: 'next-expiry' })],
    ['/_local/clock', post({ to: 'tomorrow' })],
    ['/_local/calls/{id}', post({ UserPoolId: standIn.config.userPoolId }), 'ListUsers'],
    ['/_local/calls/{id}', post({ UserPoolId: 'us-east-1_none' }), 'ListUsers'],
    ['/_local/calls/{id}', post({}), 'none!'],
    ['/_local/buckets'],
    ['/_local/buckets/{id}', {}, bucket],
    ['/_local/buckets/{id}', {}, 'none'],
    ['/_local/buckets/{id}', {}, `${bucket}?key=none`],
    ['/_local/buckets/{id}', post({ key: 'a' }), bucket],
    ['/_local/buckets/{id}', post({}), bucket],
    ['/_local/buckets/{id}', { method: 'DELETE' }, bucket],
    ['/_local/buckets/{id}', { method: 'DELETE' }, `${bucket}?key=a`],
    [simulate, post({ roleArn: guestRoleArn, action: 's3:GetObject', resource: '*' })],
    [simulate, post({ roleArn: 'arn:aws:iam::1:role/none', action: 's3:Get', resource: '*' })],
    [simulate, post({ roleArn: guestRoleArn, action: 's3', resource: '*' })],
    ['/_local/roles'],
    ['/_local/identities'],
    ['/_local/snapshots', post({ name: 'one' })],
    ['/_local/snapshots', post({ name: 'one' })],
    ['/_local/snapshots', post({ name: '../one' })],
    ['/_local/snapshots'],
    ['/_local/snapshots/{id}', {}, 'one'],
    ['/_local/snapshots/{id}', { method: 'PUT', body: 'no archive' }, 'two'],
    ['/_local/snapshots/{id}/restore', { method: 'POST' }, 'one'],
    ['/_local/snapshots/{id}/restore', { method: 'POST' }, 'two'],
    ['/_local/snapshots/{id}', { method: 'DELETE' }, 'one'],
    ['/_local/snapshots/{id}', { method: 'DELETE' }, 'one'],
    ['/_local/reset', { method: 'POST' }],
    ['/_local/reset', post({ keepAs: 'before' })],
    ['/_local/reset', post({ keepAs: 'before' })],
  ]
  const seen = new Set<string>()

  for (const [path, init = {}, id = ''] of calls) {
    const response = await callLocalApi(standIn, path.replace('{id}', id), init)
    const text = await response.text()
    const method = (init.method ?? 'GET').toLowerCase()
    seen.add(`${method} ${path}`)
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    const body: unknown = isJson ? JSON.parse(text) : undefined
    const faults = answerFaults(path, method, response.status, body)
    expect(faults, `${method} ${path} ${response.status}`).toEqual([])
  }

  const all = Object.entries(openApi.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  expect(all.filter((each) => !seen.has(each))).toEqual(['get /_local/events'])
  const sent = openApi.paths['/_local/faults']?.['post']?.requestBody?.content['application/json']
  expect(schemaFaults(sent!.schema, rule)).toEqual([])
  expect(schemaFaults(sent!.schema, { kind: 'broken' })).not.toEqual([])
})
