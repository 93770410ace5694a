import type { Deployment } from './deployment.ts'

/** `/config.json`: what the app is told at run time. */
export interface ConfigDocument {
  region: string
  userPoolId: string
  userPoolClientId: string
  identityPoolId?: string
  /** Host of managed login, with its port where it has one; no scheme. */
  domain?: string
  bucket?: string
  socialProviders: string[]
  redirectSignIn: string[]
  redirectSignOut: string[]
  /** Of the template's examples, those that pages know of: `MAGIC_LINK`, `MIGRATION`, `WELCOME`. */
  examples?: string[]
  /** On the local AWS only. */
  local?: LocalEndpoints
}

export interface LocalEndpoints {
  userPoolEndpoint: string
  identityPoolEndpoint: string
  domainUrl: string
  s3Endpoint: string
  consoleUrl: string
}

const needed: Readonly<Record<string, string>> = {
  Region: 'the region, !Ref AWS::Region',
  UserPoolId: 'the user pool that people sign in to, its Ref',
  UserPoolClientId: 'the app client that the app is, its Ref',
}

/** What is of no use without another: credentials open the bucket, providers are behind the domain. */
const together: readonly [output: string, other: string, what: string][] = [
  ['Bucket', 'IdentityPoolId', 'the identity pool that gives credentials for the bucket, its Ref'],
  ['SocialProviders', 'Domain', 'the host of the pool’s domain, where the providers are'],
]

/** What is missing of a template's outputs, all of it at once, one sentence each. */
export function missingOutputs(outputs: Deployment['outputs']): string[] {
  const isThere = (name: string) => Object.hasOwn(outputs, name) && outputs[name] !== ''
  return [
    ...Object.entries(needed).flatMap(([name, what]) =>
      isThere(name) ? [] : [`The template needs the output ${name}: ${what}.`],
    ),
    ...together.flatMap(([output, other, what]) =>
      isThere(output) && !isThere(other)
        ? [`The output ${output} is of no use without the output ${other}: ${what}.`]
        : [],
    ),
  ]
}

/**
 * @param deployment its outputs are the stack's, under the names of `infra/template.yaml`; none
 *   is missing. Without the others the app does without what they name, as with `.env.local`.
 * @param local present: managed login is at `domainUrl`, not where the stack would have it.
 */
export function configDocument(
  { outputs }: Pick<Deployment, 'outputs'>,
  local?: LocalEndpoints,
): ConfigDocument {
  const output = (name: string): string => (Object.hasOwn(outputs, name) ? outputs[name] : '') ?? ''
  const list = (name: string): string[] => output(name).split(',').filter(Boolean)
  const domain = output('Domain') && local ? new URL(local.domainUrl).host : output('Domain')
  return {
    region: output('Region'),
    userPoolId: output('UserPoolId'),
    userPoolClientId: output('UserPoolClientId'),
    ...(output('IdentityPoolId') && { identityPoolId: output('IdentityPoolId') }),
    ...(domain && { domain }),
    ...(output('Bucket') && { bucket: output('Bucket') }),
    socialProviders: list('SocialProviders'),
    redirectSignIn: list('RedirectSignIn'),
    redirectSignOut: list('RedirectSignOut'),
    ...(output('Examples') && { examples: list('Examples') }),
    ...(local && { local }),
  }
}
