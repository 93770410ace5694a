/**
 * A client in a process of its own, since Node reads at its start whom to trust: signs somebody up,
 * reads the pool's discovery document and an object, and prints what it found.
 */
import {
  CognitoIdentityProviderClient,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'

const { config, administrator } = JSON.parse(process.env.READY)
const { region, local, userPoolId, userPoolClientId: ClientId, bucket: Bucket } = config
const common = { region, credentials: administrator, maxAttempts: 1 }
const cognito = new CognitoIdentityProviderClient({ ...common, endpoint: local.userPoolEndpoint })
const s3 = new S3Client({ ...common, endpoint: local.s3Endpoint, forcePathStyle: true })

const { UserSub } = await cognito.send(
  new SignUpCommand({ ClientId, Username: 'ada@example.com', Password: 'Correct-horse-1' }),
)
const discovery = await fetch(
  `${local.userPoolEndpoint}${userPoolId}/.well-known/openid-configuration`,
)
const object = { Bucket, Key: 'note.txt' }
await s3.send(new PutObjectCommand({ ...object, Body: 'over TLS' }))
const { Body } = await s3.send(new GetObjectCommand(object))
const text = await Body.transformToString()
console.log(JSON.stringify({ UserSub, document: await discovery.json(), text }))
