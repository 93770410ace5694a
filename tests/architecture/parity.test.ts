import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingOperations } from '../../local/s3/missing-operations.ts'
import * as identityPools from '../../local/identity-pools/operation-table.ts'
import * as kms from '../../local/kms/operation-table.ts'
import * as sts from '../../local/sts/operation-table.ts'
import { userPoolOperations } from '../../local/user-pools/operation-table.ts'
import { triggers } from '../../local/user-pools/triggers/trigger-table.ts'
import { unsupportedUserPoolOperations } from '../../local/user-pools/unsupported.ts'

const page = readFileSync('docs/parity.md', 'utf8')

const services = [
  {
    title: 'User pools',
    sdk: 'client-cognito-identity-provider',
    here: Object.keys(userPoolOperations),
    refused: unsupportedUserPoolOperations,
  },
  {
    title: 'Identity pools',
    sdk: 'client-cognito-identity',
    here: Object.keys(identityPools.identityPoolOperations),
    refused: identityPools.unsupportedOperations,
  },
  {
    title: 'STS and IAM',
    sdk: 'client-sts',
    here: Object.keys(sts.stsOperations),
    refused: sts.unsupportedStsOperations,
  },
  {
    title: 'KMS',
    sdk: 'client-kms',
    here: Object.keys(kms.kmsOperations),
    refused: kms.unsupportedKmsOperations,
  },
  {
    title: 'S3',
    sdk: 'client-s3',
    here: s3Operations(),
    // Two have hosts of their own, to which no request for this one goes.
    refused: [...missingOperations, 'ListDirectoryBuckets', 'WriteGetObjectResponse'],
  },
]

/** What the page says of a service: operations in its table, and those in its lists. */
function read(title: string): { here: string[]; notHere: string[] } {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? ''
  const [table = '', lists = ''] = section.split('\nNot here:\n')
  return {
    here: [...table.matchAll(/^\| `(\w+)` +\| yes /gm)].map(([, name = '']) => name),
    notHere: [...lists.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  }
}

/** S3 has no table of names: the routes lead to a function for each, GetObject's is HeadObject's. */
function s3Operations(): string[] {
  const routes = readFileSync('local/s3/routes.ts', 'utf8')
  const run = [...routes.matchAll(/run: ([\s\S]+?) }/g)].flatMap(
    ([, text = '']) =>
      // One of two functions, or the only one.
      (text.split('?')[1] ?? text).match(/\w+/g) ?? [],
  )
  const names = run.map((name) => name.charAt(0).toUpperCase() + name.slice(1))
  return [...names, 'HeadObject']
}

function sdkOperations(sdk: string): string[] {
  return readdirSync(`node_modules/@aws-sdk/${sdk}/dist-types/commands`)
    .filter((name) => name.endsWith('Command.d.ts'))
    .map((name) => name.replace('Command.d.ts', ''))
}

test.for(services)(
  'docs/parity.md lists just the operations of $title that are here',
  (service) => {
    expect(read(service.title).here.toSorted()).toEqual(service.here.toSorted())
  },
)

test.for(services)('docs/parity.md lists all others that $title has in AWS', (service) => {
  const { here, notHere } = read(service.title)

  expect([...here, ...notHere].toSorted()).toEqual(sdkOperations(service.sdk).toSorted())
})

test.for(services)('$title refuses by name what is not here', ({ title, refused }) => {
  expect([...refused].toSorted()).toEqual(read(title).notHere.toSorted())
})

test('docs/parity.md lists every source that calls a trigger', () => {
  const section = page.split('\nLambda triggers, ')[1]?.split('\nNot here:\n')[0] ?? ''
  const listed = [...section.matchAll(/^\| `(\w+)` +\| `(\w+)` +\|/gm)]

  expect(listed.map(([, trigger, source]) => `${trigger}_${source}`).toSorted()).toEqual(
    Object.entries(triggers)
      .flatMap(([name, { sources }]) => sources.map((source) => `${name}_${source}`))
      .toSorted(),
  )
})

test('docs/parity.md repeats every difference that the code admits', () => {
  const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
  const admitted = readdirSync('local', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => flat(readFileSync(`local/${path}`, 'utf8').replaceAll(/^ +\*/gm, '')))
    .flatMap((source) => [...source.matchAll(/Differs from AWS: (.+?)[.(]/g)])
    .map(([, difference = '']) => difference.trim())

  expect(admitted.length).toBeGreaterThan(0)
  expect(admitted.filter((difference) => !flat(page).includes(difference))).toEqual([])
})
