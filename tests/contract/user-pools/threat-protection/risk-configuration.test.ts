import {
  CreateUserPoolCommand,
  DescribeRiskConfigurationCommand,
  DescribeUserPoolCommand,
  SetRiskConfigurationCommand,
  UpdateUserPoolCommand,
  type SetRiskConfigurationCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect } from 'vitest'
import { only, signingClient } from '../../../support/iam/administrator.ts'
import { createTestDefinitions } from '../../../support/user-pools/definitions.ts'
import { ada } from '../../../support/user-pools/people.ts'
import { emailPool } from '../../../support/user-pools/user-pool-config.ts'
import { test, type StartOptions } from '../../../support/user-pools/user-pools.ts'
import { actions, credentials, protectedPool } from './places.ts'

const UserPoolId = emailPool().id
const { ClientId } = ada
const SourceArn = 'arn:aws:ses:us-east-1:123456789012:identity/example.com'
const whole: Omit<SetRiskConfigurationCommandInput, 'UserPoolId'> = {
  CompromisedCredentialsRiskConfiguration: {
    EventFilter: ['SIGN_IN', 'SIGN_UP'],
    Actions: { EventAction: 'BLOCK' },
  },
  AccountTakeoverRiskConfiguration: {
    ...actions('BLOCK', { medium: 'MFA_REQUIRED', low: 'MFA_IF_CONFIGURED', Notify: true }),
    NotifyConfiguration: {
      SourceArn,
      From: 'Ada <ada@example.com>',
      BlockEmail: { Subject: 'Blocked', TextBody: 'At {login-time}' },
    },
  },
  RiskExceptionConfiguration: {
    BlockedIPRangeList: ['192.0.2.0/24'],
    SkippedIPRangeList: ['2001:db8::/32'],
  },
}

async function startAdmin(
  start: (options: StartOptions) => Promise<{ url: string; clock: { now: () => number } }>,
  pool = protectedPool(),
) {
  const { url, clock } = await start({
    pools: [pool],
    ...only(credentials),
    definitions: createTestDefinitions(),
  })
  const admin = signingClient(url, credentials)
  return {
    admin,
    clock,
    set: (settings: Partial<SetRiskConfigurationCommandInput>) =>
      admin.send(new SetRiskConfigurationCommand({ UserPoolId, ...settings })),
    describe: async (of: { ClientId?: string } = {}) =>
      (await admin.send(new DescribeRiskConfigurationCommand({ UserPoolId, ...of })))
        .RiskConfiguration,
  }
}

test('SetRiskConfiguration keeps what a pool does about risks, and says so', async ({ start }) => {
  const { set, describe, clock } = await startAdmin(start)

  const before = await describe()
  const { RiskConfiguration } = await set(whole)

  expect(before).toEqual({ UserPoolId })
  expect(RiskConfiguration).toMatchObject({ UserPoolId, ...whole })
  expect(RiskConfiguration?.LastModifiedDate?.getTime()).toBeLessThanOrEqual(clock.now())
  expect(RiskConfiguration).not.toHaveProperty('ClientId')
  expect(await describe()).toEqual(RiskConfiguration)
})

test('SetRiskConfiguration replaces a level whole, and resets what is left out', async ({
  start,
}) => {
  const { set, describe } = await startAdmin(start)
  await set(whole)
  const { CompromisedCredentialsRiskConfiguration } = whole

  await set({ CompromisedCredentialsRiskConfiguration })
  const kept = await describe()
  await set({})

  expect(kept).toMatchObject({ CompromisedCredentialsRiskConfiguration })
  expect(kept).not.toHaveProperty('AccountTakeoverRiskConfiguration')
  expect(kept).not.toHaveProperty('RiskExceptionConfiguration')
  expect(await describe()).toEqual({ UserPoolId, LastModifiedDate: expect.any(Date) as Date })
})

test('an app client has a configuration of its own, beside its pool’s', async ({ start }) => {
  const { set, describe } = await startAdmin(start)
  const { RiskExceptionConfiguration } = whole

  await set(whole)
  const unset = await describe({ ClientId })
  const answered = await set({ ClientId, RiskExceptionConfiguration })

  expect(unset).toEqual({ UserPoolId, ClientId })
  expect(answered.RiskConfiguration).toMatchObject({
    UserPoolId,
    ClientId,
    RiskExceptionConfiguration,
  })
  expect(await describe({ ClientId })).not.toHaveProperty('AccountTakeoverRiskConfiguration')
  expect(await describe()).toMatchObject(whole)
})

test('what the template says is told until the API says otherwise', async ({ start }) => {
  const RiskExceptionConfiguration = { BlockedIPRangeList: ['203.0.113.0/24'] }
  const pool = protectedPool({ riskSettings: { ALL: { RiskExceptionConfiguration } } })
  const { set, describe } = await startAdmin(start, pool)

  const before = await describe()
  await set({})

  expect(before).toEqual({ UserPoolId, RiskExceptionConfiguration })
  expect(await describe()).not.toHaveProperty('RiskExceptionConfiguration')
})

test.for([
  [
    'an address without a length',
    { RiskExceptionConfiguration: { BlockedIPRangeList: ['1.2.3.4'] } },
  ],
  ['a length beyond', { RiskExceptionConfiguration: { SkippedIPRangeList: ['192.0.2.0/33'] } }],
  ['a name', { RiskExceptionConfiguration: { SkippedIPRangeList: ['example.com/24'] } }],
  [
    'an action that there is not',
    { CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'ALLOW' as 'BLOCK' } } },
  ],
  [
    'a mail without a subject',
    {
      AccountTakeoverRiskConfiguration: {
        ...actions('BLOCK'),
        NotifyConfiguration: { SourceArn, BlockEmail: { Subject: '', TextBody: 'Blocked.' } },
      },
    },
  ],
  [
    'notification without a sender',
    {
      AccountTakeoverRiskConfiguration: {
        ...actions('BLOCK'),
        NotifyConfiguration: { SourceArn: 'ada' },
      },
    },
  ],
] as const)(
  'SetRiskConfiguration refuses %s, and changes nothing',
  async ([, settings], { start }) => {
    const { set, describe } = await startAdmin(start)

    await expect(set(settings as object)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })

    expect(await describe()).toEqual({ UserPoolId })
  },
)

test('risks of pools and app clients that are not there have no configuration', async ({
  start,
}) => {
  const { set, describe } = await startAdmin(start)
  const missing = { name: 'ResourceNotFoundException' }

  await expect(set({ ClientId: '9example23456789abcdefghij' })).rejects.toMatchObject(missing)
  await expect(set({ UserPoolId: 'us-east-1_ExAmPlE99' })).rejects.toMatchObject(missing)
  await expect(describe({ ClientId: '9example23456789abcdefghij' })).rejects.toMatchObject(missing)
})

test('a pool without threat protection has nothing to configure', async ({ start }) => {
  const { set, describe } = await startAdmin(start, emailPool())
  const off = { name: 'UserPoolAddOnNotEnabledException' }

  await expect(set(whole)).rejects.toMatchObject(off)
  await expect(describe()).rejects.toMatchObject(off)
})

test('CreateUserPool and UpdateUserPool turn threat protection on in the tier that has it', async ({
  start,
}) => {
  const { admin } = await startAdmin(start)
  const UserPoolAddOns = {
    AdvancedSecurityMode: 'ENFORCED',
    AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'AUDIT' },
  } as const
  const create = (settings: object) =>
    admin.send(new CreateUserPoolCommand({ PoolName: 'p', UserPoolAddOns, ...settings }))
  const refused = {
    name: 'FeatureUnavailableInTierException',
    message:
      'The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection',
  }

  await expect(create({})).rejects.toMatchObject(refused)
  const { UserPool } = await create({ UserPoolTier: 'PLUS' })
  const id = { UserPoolId: UserPool!.Id! }
  const described = await admin.send(new DescribeUserPoolCommand(id))
  const set = new SetRiskConfigurationCommand({ ...id, ...whole })
  await expect(admin.send(set)).resolves.toBeDefined()
  await expect(
    admin.send(new UpdateUserPoolCommand({ ...id, UserPoolAddOns })),
  ).rejects.toMatchObject(refused)
  await admin.send(new UpdateUserPoolCommand({ ...id, UserPoolTier: 'PLUS' }))

  expect(UserPool?.UserPoolAddOns).toEqual(UserPoolAddOns)
  expect(described.UserPool?.UserPoolAddOns).toEqual(UserPoolAddOns)
  await expect(admin.send(set)).rejects.toMatchObject({ name: 'UserPoolAddOnNotEnabledException' })
})
