import { readdirSync, readFileSync } from 'node:fs'
import * as identityPoolsSdk from '@aws-sdk/client-cognito-identity'
import * as userPoolsSdk from '@aws-sdk/client-cognito-identity-provider'
import * as kmsSdk from '@aws-sdk/client-kms'
import * as sesSdk from '@aws-sdk/client-sesv2'
import * as stsSdk from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import { identityPoolErrors } from '../../local/identity-pools/errors.ts'
import { kmsErrors } from '../../local/kms/errors.ts'
import { sesErrors } from '../../local/ses/errors.ts'
import { stsErrors } from '../../local/sts/errors.ts'
import { userPoolErrors } from '../../local/user-pools/errors.ts'

const catalogues = [
  ['user-pools', userPoolErrors, userPoolsSdk],
  ['identity-pools', identityPoolErrors, identityPoolsSdk],
  ['kms', kmsErrors, kmsSdk],
  ['ses', sesErrors, sesSdk],
  ['sts', stsErrors, stsSdk],
] as const

/**
 * In no model: what the front of identity pools and of STS answers by itself.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
const unmodelled = new Set([
  'ValidationException',
  'AccessDenied',
  'ExpiredToken',
  'IncompleteSignature',
  'InvalidAction',
  'InvalidClientTokenId',
  'MalformedInput',
  'MissingAuthenticationToken',
  'NotImplemented',
  'SignatureDoesNotMatch',
  'ValidationError',
])

test.for(catalogues)('every error in the catalogue of %s is one that the SDK knows', (row) => {
  const [, errors, sdk] = row

  // The query protocol leaves the end of some names out.
  const isKnown = (code: string) => code in sdk || `${code}Exception` in sdk
  const unknown = Object.keys(errors).filter((code) => !isKnown(code) && !unmodelled.has(code))

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
