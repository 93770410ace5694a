import type { Deployment } from './deployment.ts'

/** `/config.json`: what the app is told at run time. */
export interface ConfigDocument {
  region: string
  userPoolId: string
  userPoolClientId: string
  identityPoolId: string
  /** Host of managed login, with its port where it has one; no scheme. */
  domain: string
  bucket: string
  socialProviders: string[]
  redirectSignIn: string[]
  redirectSignOut: string[]
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

/**
 * @param deployment its outputs are the stack's, under the names of `infra/template.yaml`.
 * @param local present: managed login is at `domainUrl`, not where the stack would have it.
 * @throws Error that names the output which the template lacks.
 */
export function configDocument(
  { outputs }: Pick<Deployment, 'outputs'>,
  local?: LocalEndpoints,
): ConfigDocument {
  const output = (name: string): string => {
    const value = Object.hasOwn(outputs, name) ? outputs[name] : undefined
    if (value === undefined) throw new Error(`The template has no output ${name}.`)
    return value
  }
  const list = (name: string): string[] => output(name).split(',').filter(Boolean)
  return {
    region: output('Region'),
    userPoolId: output('UserPoolId'),
    userPoolClientId: output('UserPoolClientId'),
    identityPoolId: output('IdentityPoolId'),
    domain: local ? new URL(local.domainUrl).host : output('Domain'),
    bucket: output('Bucket'),
    socialProviders: list('SocialProviders'),
    redirectSignIn: list('RedirectSignIn'),
    redirectSignOut: list('RedirectSignOut'),
    ...(local && { local }),
  }
}
