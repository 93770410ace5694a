import { configDocument, type ConfigDocument, missingOutputs } from './template/config-document.ts'
import type { Deployment } from './template/deployment.ts'
import { factorsDocument, type FactorsDocument } from './template/factors-document.ts'
import { awsIssuerName, type IssuerType, type LoadContext } from './template/load-context.ts'
import { loadTemplate } from './template/load-template.ts'
import {
  userAttributesDocument,
  type UserAttributeDocument,
} from './template/user-attributes-document.ts'
import type { PasswordPolicy, UserPoolConfig } from './user-pools/config.ts'

/** Whose name tokens have as their `iss`: that of the address here, or AWS's for the pool. */
export type IssuerName = 'local' | 'aws'

/** `/config.json` of the local AWS. */
export interface LocalConfigDocument extends ConfigDocument {
  /** The pool's own, for the sign-up page to tick off. */
  passwordPolicy?: PasswordPolicy
  /** What the pool requires of whoever signs up. */
  requiredAttributes?: string[]
  factors?: FactorsDocument
  userAttributes?: UserAttributeDocument[]
}

export interface ServedTemplate {
  deployment: Deployment
  config: LocalConfigDocument
}

type Place = Pick<
  LoadContext,
  'region' | 'accountId' | 'issuerOf' | 'documentsUrlOf' | 'providerNameOf'
>

/** Where the local AWS is, as its tokens and ARNs have it. */
export function placeOf(cognitoUrl: string, issuer: IssuerName): Place {
  const region = 'us-east-1'
  return {
    region,
    accountId: '123456789012',
    issuerOf: (userPoolId: string, type?: IssuerType) =>
      issuer === 'aws'
        ? `https://${awsIssuerName(region, userPoolId, type)}`
        : `${cognitoUrl}/${userPoolId}`,
    ...(issuer === 'aws' && {
      documentsUrlOf: (userPoolId: string) => `${cognitoUrl}/${userPoolId}`,
    }),
    providerNameOf: (userPoolId: string) =>
      `${cognitoUrl.replace(/^https?:\/\//, '')}/${userPoolId}`,
  }
}

/**
 * Reads a template, and what the app is told of it.
 *
 * @throws TemplateError
 */
export function serveTemplate(
  template: { text: string; file: string },
  context: LoadContext,
  local: NonNullable<ConfigDocument['local']>,
): ServedTemplate {
  const deployment = loadTemplate(template, context, missingOutputs)
  const config = configDocument(deployment, local)
  const pool = deployment.userPools.find(({ id }) => id === config.userPoolId)
  const client = pool?.clients.find(({ id }) => id === config.userPoolClientId)
  return {
    deployment,
    config: {
      ...config,
      ...(pool && {
        passwordPolicy: pool.passwordPolicy,
        requiredAttributes: requiredOf(pool),
        factors: factorsDocument(pool),
        ...(client && { userAttributes: userAttributesDocument(pool, client) }),
      }),
    },
  }
}

/** Where the template says that the app is: it may use the bucket, or be returned to. */
export function appOrigins({
  buckets,
  userPools,
}: Pick<Deployment, 'buckets' | 'userPools'>): string[] {
  const ofBuckets = buckets.flatMap(({ corsRules }) =>
    corsRules.flatMap(({ allowedOrigins }) => allowedOrigins),
  )
  const ofClients = userPools.flatMap(({ clients }) =>
    clients.flatMap(({ callbackUrls }) => callbackUrls.map((url) => new URL(url).origin)),
  )
  // An app's own scheme (`myapp://`) has the origin "null", which any sandboxed page has too.
  return [...new Set([...ofBuckets, ...ofClients])].filter((origin) => origin !== 'null')
}

function requiredOf({ schema }: UserPoolConfig): string[] {
  return schema.flatMap(({ name, required }) => (required && name !== 'sub' ? [name] : []))
}
