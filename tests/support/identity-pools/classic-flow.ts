import {
  CognitoIdentityClient,
  GetIdCommand,
  GetOpenIdTokenCommand,
} from '@aws-sdk/client-cognito-identity'
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { STSClient, AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts'
import { onTestFinished } from 'vitest'
import { editTemplate } from '../template/edit-template.ts'
import { s3For, signUpWithCredentials } from './person-with-credentials.ts'
import type { TestStandIn } from '../stand-in.ts'

export const allowClassicFlow = ['AllowClassicFlow: false', 'AllowClassicFlow: true'] as const
export const allowGuests = [
  'AllowUnauthenticatedIdentities: !Ref AllowGuests',
  'AllowUnauthenticatedIdentities: true',
] as const

/** ARN of a role of the template, by the beginning of its name. */
export function roleArn(standIn: TestStandIn, name: string): string {
  return standIn.deployment().roles.find((role) => role.name.startsWith(name))?.arn ?? ''
}

/** STS as a browser asks it: without a key. */
export function stsFor(standIn: TestStandIn): STSClient {
  const sts = new STSClient({
    endpoint: standIn.url,
    region: standIn.config.region,
    credentials: { ...standIn.administrator },
    maxAttempts: 1,
  })
  onTestFinished(() => sts.destroy())
  return sts
}

/** Somebody signed in, with a token of the identity pool for STS. */
export async function startClassicFlow(
  standIn: TestStandIn,
  cognito: CognitoIdentityProviderClient,
  ...edits: Parameters<typeof editTemplate>[1][]
) {
  editTemplate(standIn, allowClassicFlow, ...edits)
  const person = await signUpWithCredentials(standIn, cognito, 'ada@example.com')
  const IdentityId = person.prefix.slice('users/'.length)
  const { Logins } = person
  const token = async () => {
    const { Token } = await person.identities.send(
      new GetOpenIdTokenCommand({ IdentityId, Logins }),
    )
    return Token ?? ''
  }
  const sts = stsFor(standIn)
  const RoleArn = roleArn(standIn, 'AuthenticatedRole')
  const assume = async (more: object = {}) => {
    const input = { RoleArn, RoleSessionName: 'ada', WebIdentityToken: await token(), ...more }
    return sts.send(new AssumeRoleWithWebIdentityCommand(input))
  }
  /** S3 as whoever has these credentials. */
  const s3With = ({ Credentials }: Awaited<ReturnType<typeof assume>>) =>
    s3For(standIn, {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken!,
    })
  return { ...person, IdentityId, RoleArn, sts, token, assume, s3With }
}

/** A guest's token for STS. */
export async function guestToken(standIn: TestStandIn): Promise<string> {
  const { region, identityPoolId: IdentityPoolId } = standIn.config
  const identities = new CognitoIdentityClient({ endpoint: standIn.url, region })
  onTestFinished(() => identities.destroy())
  const { IdentityId } = await identities.send(new GetIdCommand({ IdentityPoolId }))
  const { Token } = await identities.send(new GetOpenIdTokenCommand({ IdentityId }))
  return Token ?? ''
}
