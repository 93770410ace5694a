// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDocument, type Document } from 'yaml'
import { addressesOf } from '../../../../../src/doctor/probes/addresses.ts'
import {
  passwordFor,
  passwordsBreaking,
} from '../../../../../src/doctor/probes/sample-passwords.ts'
import { templatePlaces } from '../../../../../src/doctor/template-places.ts'
import { passwordRules } from '../../../../../src/ui/fields/password-rules.ts'
import { awsConfig } from '../../../../support/doctor/doctor-answers.ts'

test('AWS is asked where the region has it', () => {
  expect(addressesOf(awsConfig)).toEqual({
    userPoolApi: 'https://cognito-idp.eu-central-1.amazonaws.com/',
    identityPoolApi: 'https://cognito-identity.eu-central-1.amazonaws.com/',
    issuer: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI',
    loginProvider: 'cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI',
    domain: 'https://starter.auth.eu-central-1.amazoncognito.com',
    bucket: 'https://starter-profiles.s3.eu-central-1.amazonaws.com',
  })
})

test('a bucket whose name has dots is in the path, and China has a suffix of its own', () => {
  const config = { ...awsConfig, region: 'cn-north-1', bucket: 'my.profiles' }

  expect(addressesOf(config).bucket).toBe('https://s3.cn-north-1.amazonaws.com.cn/my.profiles')
})

test('the template has every place that a finding names', () => {
  const template = parseDocument(readFileSync('infra/template.yaml', 'utf8'), {
    logLevel: 'silent',
  })

  const missing = Object.values(templatePlaces).filter((place) => !hasPlace(template, place))

  expect(missing).toEqual([])
})

/** A logical id and its property, by dots. */
function hasPlace(template: Document, place: string): boolean {
  const [logicalId, ...properties] = place.split('.')
  const path = properties.length === 0 ? [] : ['Properties', ...properties]
  return template.hasIn(['Resources', logicalId, ...path])
}

const rules = [true, false]
const policies = rules.flatMap((requireLowercase) =>
  rules.flatMap((requireNumbers) => [
    {
      minimumLength: 9,
      requireLowercase,
      requireUppercase: true,
      requireNumbers,
      requireSymbols: requireNumbers,
    },
    {
      minimumLength: 6,
      requireLowercase,
      requireUppercase: false,
      requireNumbers: false,
      requireSymbols: requireNumbers,
    },
  ]),
)

test.each(policies)('a password meets %o, and each other one breaks one rule of it', (policy) => {
  const unmet = (password: string) =>
    passwordRules(policy, password).filter(({ isMet }) => !isMet).length

  expect(unmet(passwordFor(policy))).toBe(0)
  for (const [, password] of passwordsBreaking(policy)) expect(unmet(password)).toBe(1)
})
