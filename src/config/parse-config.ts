import type { AppConfig, Factors, LocalEndpoints, PasswordPolicy } from './app-config.ts'
import { ConfigError } from './config-error.ts'
import type { ConfigProblem } from './config-error.ts'
import { isProviderName } from './provider-names.ts'
import { findElsewhere, needs, shapes, type Shaped } from './rules.ts'

/**
 * Reads the document, and names every bad key rather than the first.
 *
 * @throws ConfigError
 */
export function parseConfig(json: unknown): AppConfig {
  if (!isRecord(json)) throw new ConfigError([{ kind: 'not-json' }])
  const problems: ConfigProblem[] = []
  const required = (key: Shaped) => checkText(json[key], key, shapes[key], problems)
  const optional = (key: Shaped) => (isAbsent(json[key]) ? {} : { [key]: required(key) })
  const config: AppConfig = {
    region: required('region'),
    userPoolId: required('userPoolId'),
    userPoolClientId: required('userPoolClientId'),
    ...optional('identityPoolId'),
    ...optional('domain'),
    ...optional('bucket'),
    socialProviders: checkList(
      json['socialProviders'],
      'socialProviders',
      isProviderName,
      problems,
    ),
    redirectSignIn: checkList(json['redirectSignIn'], 'redirectSignIn', isHttpUrl, problems),
    redirectSignOut: checkList(json['redirectSignOut'], 'redirectSignOut', isHttpUrl, problems),
  }
  checkTogether(config, json, problems)
  if (json['passwordPolicy'] !== undefined) {
    config.passwordPolicy = checkPolicy(json['passwordPolicy'], problems)
  }
  if (json['requiredAttributes'] !== undefined) {
    const key = 'requiredAttributes'
    config.requiredAttributes = checkList(json[key], key, (name) => name !== '', problems)
  }
  if (json['userAttributes'] !== undefined) config.userAttributes = json['userAttributes']
  if (json['factors'] !== undefined) config.factors = checkFactors(json['factors'], problems)
  if (json['examples'] !== undefined) {
    const key = 'examples'
    config.examples = checkList(json[key], key, (name) => name !== '', problems)
  }
  if (json['local'] !== undefined) config.local = checkLocal(json['local'], problems)
  if (problems.length > 0) throw new ConfigError(problems)
  return config
}

function checkText(value: unknown, key: string, shape: RegExp, problems: ConfigProblem[]): string {
  if (isAbsent(value)) {
    problems.push({ kind: 'missing', key })
  } else if (typeof value !== 'string' || !shape.test(value)) {
    refuse(problems, key, value)
  }
  return typeof value === 'string' ? value : ''
}

function checkList(
  value: unknown,
  key: string,
  isGood: (item: string) => boolean,
  problems: ConfigProblem[],
): string[] {
  if (isAbsent(value)) {
    problems.push({ kind: 'missing', key })
    return []
  }
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string' && isGood(item))) {
    refuse(problems, key, value)
    return []
  }
  return value as string[]
}

/** What two values tell: a bad one may still be there, and then it is not missed besides. */
function checkTogether(
  config: AppConfig,
  given: Record<string, unknown>,
  problems: ConfigProblem[],
): void {
  for (const { key, value } of findElsewhere(config)) {
    problems.push({ kind: 'other-region', key, value, region: config.region })
  }
  for (const { key, needed } of needs) {
    const isThere = (config[key]?.length ?? 0) > 0
    if (isThere && isAbsent(given[needed])) problems.push({ kind: 'needed', key: needed, by: key })
  }
}

function checkPolicy(value: unknown, problems: ConfigProblem[]): PasswordPolicy {
  const given = isRecord(value) ? value : {}
  const { minimumLength } = given
  if (typeof minimumLength !== 'number') refuse(problems, 'passwordPolicy', value)
  const requires = (name: `require${string}`) => {
    const flag = given[name] ?? false
    if (typeof flag !== 'boolean') refuse(problems, `passwordPolicy.${name}`, flag)
    return flag === true
  }
  return {
    minimumLength: typeof minimumLength === 'number' ? minimumLength : 0,
    requireLowercase: requires('requireLowercase'),
    requireUppercase: requires('requireUppercase'),
    requireNumbers: requires('requireNumbers'),
    requireSymbols: requires('requireSymbols'),
  }
}

function checkFactors(value: unknown, problems: ConfigProblem[]): Factors {
  if (!isRecord(value)) {
    refuse(problems, 'factors', value)
    return { first: [] }
  }
  const list = (key: 'first' | 'second') =>
    checkList(value[key], `factors.${key}`, (name) => name !== '', problems)
  const text = (key: 'mfa' | 'relyingParty', shape: RegExp) =>
    isAbsent(value[key]) ? {} : { [key]: checkText(value[key], `factors.${key}`, shape, problems) }
  return {
    first: list('first'),
    ...(!isAbsent(value['second']) && { second: list('second') }),
    ...text('mfa', /^(OFF|OPTIONAL|ON)$/),
    ...text('relyingParty', /^[\w.-]+$/),
  }
}

function checkLocal(value: unknown, problems: ConfigProblem[]): LocalEndpoints {
  const given = isRecord(value) ? value : {}
  const url = (key: keyof LocalEndpoints) =>
    checkText(given[key], `local.${key}`, /^https?:\/\/\S+$/, problems)
  return {
    userPoolEndpoint: url('userPoolEndpoint'),
    identityPoolEndpoint: url('identityPoolEndpoint'),
    domainUrl: url('domainUrl'),
    s3Endpoint: url('s3Endpoint'),
    consoleUrl: url('consoleUrl'),
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function isHttpUrl(value: string): boolean {
  return /^https?:\/\//.test(value) && URL.canParse(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refuse(problems: ConfigProblem[], key: string, value: unknown): void {
  const shown = typeof value === 'string' ? value : JSON.stringify(value)
  problems.push({ kind: 'malformed', key, value: shown })
}
