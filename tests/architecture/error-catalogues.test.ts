import { readdirSync, readFileSync } from 'node:fs'
import * as identityPoolsSdk from '@aws-sdk/client-cognito-identity'
import * as userPoolsSdk from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { identityPoolErrors } from '../../local/identity-pools/errors.ts'
import { userPoolErrors } from '../../local/user-pools/errors.ts'

const catalogues = [
  ['user-pools', userPoolErrors, userPoolsSdk],
  ['identity-pools', identityPoolErrors, identityPoolsSdk],
] as const

/** Not in the model of identity pools: what the front of the service answers by itself. */
const unmodelled = new Set(['ValidationException'])

test.for(catalogues)('every error in the catalogue of %s is one that the SDK knows', (row) => {
  const [, errors, sdk] = row

  const unknown = Object.keys(errors).filter((code) => !(code in sdk) && !unmodelled.has(code))

  expect(unknown).toEqual([])
})

test.for(catalogues)(
  'every error in the catalogue of %s is thrown somewhere',
  ([folder, errors]) => {
    const sources = readdirSync(`local/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(`local/${folder}/${path}`, 'utf8'))
      .join('\n')

    const unused = Object.keys(errors).filter((code) => !sources.includes(`'${code}'`))

    expect(unused).toEqual([])
  },
)
