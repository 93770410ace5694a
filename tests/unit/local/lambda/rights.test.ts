import { expect, test } from 'vitest'
import { functionConfig, poolArn, poolCaller } from '../../../support/lambda/function-config.ts'
import { returned, settle, startLambda } from '../../../support/lambda/lambda.ts'

test('a function has its own variables, and credentials of its role that only it is given', async () => {
  const { greet, started, functions, resolveCredentials, roles } = startLambda()
  functions[0] = functionConfig({ environment: { GREETING: 'Hello' } })
  void greet()
  await settle()

  const { environment } = started[0]!.code
  const credentials = resolveCredentials(environment.AWS_ACCESS_KEY_ID!)

  expect(environment).toMatchObject({
    GREETING: 'Hello',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://localhost:9229',
    AWS_LAMBDA_FUNCTION_NAME: 'greet',
  })
  expect(environment).not.toHaveProperty('HOME')
  expect(credentials).toMatchObject({
    secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
    sessionToken: environment.AWS_SESSION_TOKEN,
    principal: {
      role: roles[0],
      assumedRoleArn: 'arn:aws:sts::000000000000:assumed-role/greet-role/greet',
    },
  })
  expect(resolveCredentials('ASIAAAAAAAAAAAAAAAAA')).toBeUndefined()
})

test('a function cannot set the variables that Lambda keeps to itself', async () => {
  const { greet, started, functions } = startLambda()
  functions[0] = functionConfig({ environment: { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE' } })
  void greet()
  await settle()

  expect(started[0]!.code.environment.AWS_ACCESS_KEY_ID).toMatch(/^ASIA[A-Z2-7]{16}$/)
})

test('a role that has gone takes its credentials along', async () => {
  const { greet, started, roles, resolveCredentials } = startLambda()
  void greet()
  await settle()
  const { AWS_ACCESS_KEY_ID } = started[0]!.code.environment

  roles.length = 0

  expect(resolveCredentials(AWS_ACCESS_KEY_ID!)).toBeUndefined()
  await expect(greet()).rejects.toMatchObject({ fault: 'not-permitted' })
})

test.for([
  ['no permission at all', []],
  ['one for another service', [{ principal: 's3.amazonaws.com', sourceArn: poolArn }]],
  ['one for another pool', [{ ...poolCaller, sourceArn: `${poolArn}2` }]],
  [
    'one for pools of another account',
    [{ ...poolCaller, sourceArn: 'arn:aws:cognito-idp:us-east-1:1:userpool/*' }],
  ],
] as const)('a function with %s is not run', async ([, permissions]) => {
  const { greet, started, functions } = startLambda()
  functions[0] = functionConfig({ permissions })

  await expect(greet()).rejects.toMatchObject({ fault: 'not-permitted' })
  expect(started).toEqual([])
})

test.for([
  ['any resource', { principal: 'cognito-idp.amazonaws.com' }],
  ['a pattern', { ...poolCaller, sourceArn: 'arn:aws:cognito-idp:*:000000000000:userpool/*' }],
] as const)('a permission for %s is enough', async ([, permission]) => {
  const { greet, started, functions } = startLambda()
  functions[0] = functionConfig({ permissions: [permission] })

  const greeting = greet()
  await settle()
  started[0]!.answer(returned('hello'))

  await expect(greeting).resolves.toBe('hello')
})

test('a function that is not there is not found', async () => {
  const { invoke } = startLambda()

  await expect(invoke(`${functionConfig().arn}-other`, {}, poolCaller)).rejects.toMatchObject({
    fault: 'not-found',
  })
})
