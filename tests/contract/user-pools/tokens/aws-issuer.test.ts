import { GetIdCommand } from '@aws-sdk/client-cognito-identity'
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { decodeJwt } from 'jose'
import { expect, onTestFinished } from 'vitest'
import { examine, terminalPorts } from '../../../support/doctor/doctor.ts'
import { editTemplate } from '../../../support/template/edit-template.ts'
import { signUpWithCredentials } from '../../../support/identity-pools/person-with-credentials.ts'
import { startStandIn, test as base, type TestStandIn } from '../../../support/stand-in.ts'

/** A local AWS whose tokens name AWS as their issuer. */
const test = base.extend<{ standIn: TestStandIn }>({
  standIn: async ({ clock }, use) => {
    const standIn = await startStandIn({ clock, issuer: 'aws' })
    await use(standIn)
    await standIn.close()
    expect(standIn.faults).toEqual([])
  },
})

interface Discovery {
  issuer: string
  jwks_uri: string
  token_endpoint: string
}

async function discover({ url, config }: TestStandIn): Promise<Discovery> {
  const response = await fetch(`${url}/${config.userPoolId}/.well-known/openid-configuration`)
  return (await response.json()) as Discovery
}

test('tokens and the discovery document name AWS, and the keys stay here', async ({
  standIn,
  cognito,
}) => {
  const { userPoolId, region } = standIn.config
  const { tokens } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`

  const document = await discover(standIn)

  expect(decodeJwt(tokens.IdToken!).iss).toBe(issuer)
  expect(decodeJwt(tokens.AccessToken!).iss).toBe(issuer)
  expect(document).toMatchObject({
    issuer,
    jwks_uri: `${standIn.url}/${userPoolId}/.well-known/jwks.json`,
    token_endpoint: `${standIn.url}/oauth2/token`,
  })
})

test('CognitoJwtVerifier, which builds the issuer, takes tokens once it is given the keys', async ({
  standIn,
  cognito,
}) => {
  const { userPoolId, userPoolClientId } = standIn.config
  const { tokens } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const { jwks_uri } = await discover(standIn)
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId: userPoolClientId })
  verifier.cacheJwks((await (await fetch(jwks_uri)).json()) as never)

  await expect(verifier.verify(tokens.IdToken!, { tokenUse: 'id' })).resolves.toMatchObject({
    email: 'ada@example.com',
  })
  await expect(verifier.verify(tokens.AccessToken!, { tokenUse: 'access' })).resolves.toBeDefined()
})

test('the pool’s name in AWS is the key of Logins; the local one leads to the same identity', async ({
  standIn,
  cognito,
}) => {
  const { identityPoolId: IdentityPoolId } = standIn.config
  const { identities, tokens, Logins } = await signUpWithCredentials(
    standIn,
    cognito,
    'ada@example.com',
  )
  const provider = decodeJwt(tokens.IdToken!).iss!.replace('https://', '')
  const identify = async (logins: Record<string, string>) =>
    (await identities.send(new GetIdCommand({ IdentityPoolId, Logins: logins }))).IdentityId

  expect(await identify({ [provider]: tokens.IdToken! })).toBe(await identify(Logins))
})

test('a pool with an updated issuer is named so, and described so', async ({ standIn }) => {
  const { userPoolId, region } = standIn.config
  const client = new CognitoIdentityProviderClient({
    endpoint: standIn.url,
    region,
    credentials: standIn.administrator,
  })
  onTestFinished(() => client.destroy())
  const typeOf = async () => {
    const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId: userPoolId }))
    return UserPool?.IssuerConfiguration?.Type
  }
  expect(await typeOf()).toBe('ORIGINAL')

  editTemplate(standIn, [
    '      UserPoolName: !Ref AWS::StackName\n',
    '      UserPoolName: !Ref AWS::StackName\n      IssuerConfiguration: { Type: UPDATED }\n',
  ])

  expect((await discover(standIn)).issuer).toBe(
    `https://issuer-cognito-idp.${region}.amazonaws.com/${userPoolId}`,
  )
  expect(await typeOf()).toBe('UPDATED')
})

test('the doctor takes the issuer from the pool’s own document', async ({ standIn, cognito }) => {
  const { tokens } = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const session = () =>
    Promise.resolve({
      idToken: tokens.IdToken!,
      accessToken: tokens.AccessToken!,
      objects: () => {
        throw new Error('Nothing is asked of the bucket')
      },
    })

  const findings = await examine(terminalPorts(standIn, { session }), ['account'])

  expect(findings.get('account')?.status).toBe('ok')
})
