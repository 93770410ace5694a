import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import type { AppConfig } from '../../../src/config/app-config.ts'
import type { CheckId, Finding } from '../../../src/doctor/finding.ts'
import type { DoctorObjects, DoctorPorts, DoctorSession } from '../../../src/doctor/ports.ts'
import { runChecks } from '../../../src/doctor/run-checks.ts'
import { s3For, signUpWithCredentials } from '../identity-pools/person-with-credentials.ts'
import type { TestStandIn } from '../stand-in.ts'

/** As in the template's AllowedOrigins. Nothing has to listen there. */
const origin = 'http://localhost:5173'

/** The checks as a terminal runs them, over sockets. */
export function terminalPorts(
  standIn: TestStandIn,
  { config, ...more }: Partial<Omit<DoctorPorts, 'config'>> & { config?: Partial<AppConfig> } = {},
): DoctorPorts {
  return {
    config: { ...standIn.configAtStart, ...config },
    origin,
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    readsEveryAnswer: true,
    session: () => Promise.resolve(undefined),
    ...more,
  }
}

/** Somebody who signed up, signed in, and asks S3 by the AWS SDK. */
export async function signInForDoctor(
  standIn: TestStandIn,
  cognito: CognitoIdentityProviderClient,
): Promise<DoctorSession> {
  const { tokens, credentials } = await signUpWithCredentials(
    standIn,
    cognito,
    `${crypto.randomUUID()}@example.com`,
  )
  const s3 = s3For(standIn, credentials)
  const Bucket = standIn.config.bucket
  const objects: DoctorObjects = {
    async put(Key, Body) {
      return (await s3.send(new PutObjectCommand({ Bucket, Key, Body }))).ETag
    },
    async get(Key) {
      await s3.send(new GetObjectCommand({ Bucket, Key }))
    },
    async remove(Key) {
      await s3.send(new DeleteObjectCommand({ Bucket, Key }))
    },
    async list(Prefix) {
      await s3.send(new ListObjectsV2Command({ Bucket, Prefix }))
    },
  }
  const { IdToken: idToken = '', AccessToken: accessToken = '' } = tokens
  return { idToken, accessToken, objects: () => objects }
}

export async function examine(
  ports: DoctorPorts,
  only?: readonly CheckId[],
): Promise<Map<CheckId, Finding>> {
  const findings = new Map<CheckId, Finding>()
  for await (const finding of runChecks(ports, only)) findings.set(finding.check, finding)
  return findings
}

/** What is neither in order nor beside the point, as `check: status`. */
export function complaints(findings: ReadonlyMap<CheckId, Finding>): string[] {
  return [...findings.values()]
    .filter(({ status }) => status === 'wrong' || status === 'doubtful')
    .map(({ check, status }) => `${check}: ${status}`)
}
