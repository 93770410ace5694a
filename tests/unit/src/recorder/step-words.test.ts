import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { flowSteps as german } from '../../../../src/ui/wording/de/flow-steps.ts'
import { flowSteps as english } from '../../../../src/ui/wording/en/flow-steps.ts'

const amplify = 'node_modules/aws-amplify/node_modules/@aws-amplify/auth/dist/esm/foundation'
const amplifyClients = `${amplify}/factories/serviceClients/cognitoIdentityProvider`

/** What Amplify can ask a user pool for, by its own files. */
function operationsOfAmplify(): string[] {
  return readdirSync(amplifyClients)
    .map((name) => /^create(\w+)Client\.mjs$/.exec(name)?.[1])
    .filter((name) => name !== undefined)
}

/** What the app asks for itself. */
function operationsOfApp(): string[] {
  const text = readFileSync('src/auth/account/call-user-pool.ts', 'utf8')
  const union = /^type Operation =\n((?: {2}\| '\w+'\n)+)/m.exec(text)?.[1] ?? ''
  return [...union.matchAll(/'(\w+)'/g)].map(([, name]) => String(name))
}

test('whatever app and Amplify ask a user pool for is named and explained, in each language', () => {
  const operations = [...operationsOfAmplify(), ...operationsOfApp()]

  expect(operations.length).toBeGreaterThan(25)
  for (const { steps } of [english, german]) {
    const explained = new Set(Object.keys(steps).map((key) => key.split(':')[0]))
    expect(operations.filter((name) => !explained.has(name))).toEqual([])
  }
})
