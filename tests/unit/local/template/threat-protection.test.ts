import { expect, test } from 'vitest'
import { load, problemsOf } from './load.ts'

const addOns = '{ AdvancedSecurityMode: ENFORCED }'

function template(risk = '', pool = `UserPoolTier: PLUS, UserPoolAddOns: ${addOns}`): string {
  return `
Resources:
  Pool: { Type: AWS::Cognito::UserPool, Properties: { ${pool} } }
  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Pool } }
${risk === '' ? '' : `  Risks:\n    Type: AWS::Cognito::UserPoolRiskConfigurationAttachment\n    Properties: { UserPoolId: !Ref Pool, ${risk} }\n`}`
}

test.each([
  [addOns, { mode: 'ENFORCED' }],
  ['{ AdvancedSecurityMode: AUDIT }', { mode: 'AUDIT' }],
  [
    '{ AdvancedSecurityMode: AUDIT, AdvancedSecurityAdditionalFlows: { CustomAuthMode: ENFORCED } }',
    { mode: 'AUDIT', customAuthMode: 'ENFORCED' },
  ],
  ["{ AdvancedSecurityMode: 'OFF' }", undefined],
  ['{}', undefined],
])('threat protection is the pool’s: %s', (written, expected) => {
  const text = template('', `UserPoolTier: PLUS, UserPoolAddOns: ${written}`)

  expect(load(text).userPools[0]?.threatProtection).toEqual(expected)
  expect(load(text).notEmulated.join()).not.toContain('UserPoolAddOns')
})

test.each(['ESSENTIALS', 'LITE'])('threat protection is not in the tier %s', (tier) => {
  expect(problemsOf(template('', `UserPoolTier: ${tier}, UserPoolAddOns: ${addOns}`))).toEqual([
    expect.stringContaining(
      `UserPoolAddOns: The following features need to be disabled for the ${tier} pricing tier configured: Threat Protection.`,
    ),
  ])
  expect(
    problemsOf(
      template('', `UserPoolTier: ${tier}, UserPoolAddOns: { AdvancedSecurityMode: 'OFF' }`),
    ),
  ).toEqual([])
})

const whole = `
      CompromisedCredentialsRiskConfiguration: { EventFilter: [SIGN_IN], Actions: { EventAction: BLOCK } },
      AccountTakeoverRiskConfiguration: {
        Actions: { HighAction: { EventAction: MFA_REQUIRED, Notify: true } },
        NotifyConfiguration: {
          SourceArn: arn:aws:ses:us-east-1:123456789012:identity/example.com,
          BlockEmail: { Subject: Blocked, TextBody: At that time }
        }
      },
      RiskExceptionConfiguration: { BlockedIPRangeList: [192.0.2.0/24] }`

test('a risk configuration is all clients’, and a client’s own stands beside it', () => {
  const settings = {
    CompromisedCredentialsRiskConfiguration: {
      EventFilter: ['SIGN_IN'],
      Actions: { EventAction: 'BLOCK' },
    },
    AccountTakeoverRiskConfiguration: {
      Actions: { HighAction: { EventAction: 'MFA_REQUIRED', Notify: true } },
      NotifyConfiguration: {
        SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
        BlockEmail: { Subject: 'Blocked', TextBody: 'At that time' },
      },
    },
    RiskExceptionConfiguration: { BlockedIPRangeList: ['192.0.2.0/24'] },
  }
  const [forAll] = load(template(`ClientId: ALL, ${whole}`)).userPools
  const [forOne] = load(template(`ClientId: !Ref Web, ${whole}`)).userPools

  expect(forAll?.riskSettings).toEqual({ ALL: settings })
  expect(forOne?.riskSettings).toEqual({ [String(forOne?.clients[0]?.id)]: settings })
  expect(load(template()).userPools[0]).not.toHaveProperty('riskSettings')
})

test.each([
  ['RiskExceptionConfiguration: {}', 'needs ClientId'],
  ['ClientId: nobody', 'no app client nobody'],
  [
    'ClientId: ALL, RiskExceptionConfiguration: { SkippedIPRangeList: [192.0.2.1] }',
    '192.0.2.1 is not an address range in CIDR notation',
  ],
  [
    'ClientId: ALL, AccountTakeoverRiskConfiguration: { Actions: { LowAction: { EventAction: ALLOW, Notify: false } } }',
    'must be one of BLOCK, MFA_IF_CONFIGURED, MFA_REQUIRED, NO_ACTION',
  ],
  [
    'ClientId: ALL, AccountTakeoverRiskConfiguration: { Actions: { LowAction: { EventAction: BLOCK } } }',
    'Notify: is needed',
  ],
  ['ClientId: ALL, AccountTakeoverRiskConfiguration: {}', 'Actions: is needed'],
  ['ClientId: ALL, CompromisedCredentialsRiskConfiguration: {}', 'Actions: is needed'],
  [
    'ClientId: ALL, AccountTakeoverRiskConfiguration: { Actions: {}, NotifyConfiguration: { From: me } }',
    'needs SourceArn',
  ],
  ['ClientId: ALL, RiskConfiguration: {}', 'does not read RiskConfiguration'],
])('a risk configuration that AWS refuses is a problem: %s', (risk, problem) => {
  expect(problemsOf(template(risk))).toEqual([expect.stringContaining(problem)])
})

test('a pool without threat protection takes no risk configuration', () => {
  expect(problemsOf(template('ClientId: ALL', 'UserPoolTier: PLUS'))).toEqual([
    expect.stringContaining('needs a pool whose UserPoolAddOns turn threat protection on'),
  ])
})

test('an app client passes addresses on only with a secret', () => {
  const written = (more: string) =>
    template().replace('UserPoolId: !Ref Pool }', `UserPoolId: !Ref Pool, ${more} }`)
  const propagates = 'EnablePropagateAdditionalUserContextData: true'

  expect(problemsOf(written(propagates))).toEqual([expect.stringContaining('GenerateSecret')])
  const [pool] = load(written(`GenerateSecret: true, ${propagates}`)).userPools
  expect(pool?.clients[0]?.propagatesUserContext).toBe(true)
})
