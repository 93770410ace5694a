import type { IdentityProviderConfig } from '../../../../user-pools/config.ts'
import { defined } from '../../../defined.ts'
import type { PropertyReader } from '../../../property-reader.ts'
import { readAttributeMapping } from './attribute-mapping.ts'
import { type Pool, poolOf } from '../pool-of.ts'
import { readProviderDetails } from './provider-details.ts'

export interface ReadIdentityProvider {
  userPoolId: string
  name: string
  /** Undefined for a type that is not spoken here. */
  provider?: IdentityProviderConfig
}

const types = ['Facebook', 'Google', 'LoginWithAmazon', 'OIDC', 'SAML', 'SignInWithApple'] as const

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolidentityprovider.html */
function readIdentityProvider(
  reader: PropertyReader,
  pools: readonly Pool[],
): ReadIdentityProvider {
  const pool = poolOf(reader, pools)
  const type = reader.requiredOneOf('ProviderType', types)
  const name = reader.requiredString('ProviderName')
  checkName(reader, type, name)
  const identifiers = readIdentifiers(reader)
  const attributeMapping = readAttributeMapping(reader, pool.schema)
  const acrMapping = readAcrMapping(reader, type)
  if (type === 'SAML') {
    reader.value('ProviderDetails')
    reader.notEmulated('ProviderType', 'SAML is not spoken, so nobody signs in with it')
    return { userPoolId: pool.id, name }
  }
  const details = readProviderDetails(reader, type)
  return {
    userPoolId: pool.id,
    name,
    provider: {
      name,
      type,
      identifiers,
      details,
      attributeMapping,
      ...defined('acrMapping', acrMapping),
    },
  }
}

/** AWS's API has it; CloudFormation has not yet. */
function readAcrMapping(
  reader: PropertyReader,
  type: (typeof types)[number],
): IdentityProviderConfig['acrMapping'] {
  const mapping = reader.map('AcrMapping')
  if (!mapping) return undefined
  if (type !== 'OIDC') reader.problem('AcrMapping', 'is for providers of the type OIDC only.')
  const named = ([1, 2, 3, 4] as const).map(
    (level) => [level, mapping.string(`Level${level}`)] as const,
  )
  return Object.fromEntries(named.filter(([, name]) => name !== undefined))
}

/** What AWS refuses, in its words where they are known. */
function checkName(reader: PropertyReader, type: (typeof types)[number], name: string): void {
  const isOwnName = type === 'OIDC' || type === 'SAML'
  if (!isOwnName && name !== type) {
    reader.problem('ProviderName', `Provider ${name} cannot be of type ${type}.`)
  } else if (isOwnName && (types.some((other) => other === name) || name === 'COGNITO')) {
    reader.problem('ProviderName', `${name} is the name of another kind of provider.`)
  } else if (name.length > 32 || !/^[^_\p{Z}][\p{L}\p{M}\p{S}\p{N}\p{P}][^_\p{Z}]+$/u.test(name)) {
    reader.problem('ProviderName', 'must have 3 to 32 characters, no spaces and no underscores.')
  }
}

function readIdentifiers(reader: PropertyReader): string[] {
  const identifiers = reader.strings('IdpIdentifiers') ?? []
  if (identifiers.length > 50) reader.problem('IdpIdentifiers', 'there can be 50 of them.')
  for (const identifier of identifiers) {
    if (/^[\w\s+=.@-]{1,40}$/.test(identifier)) continue
    reader.problem('IdpIdentifiers', `${JSON.stringify(identifier)} cannot be an identifier.`)
  }
  return identifiers
}

/** Reads one provider after the other, and holds each to those before it. */
export function createProviderReader(
  pools: readonly Pool[],
): (reader: PropertyReader) => ReadIdentityProvider {
  const before: ReadIdentityProvider[] = []
  return (reader) => {
    const read = readIdentityProvider(reader, pools)
    checkUnique(reader, read, before)
    before.push(read)
    return read
  }
}

/** A name stands for one provider of a pool, and so does an identifier. */
function checkUnique(
  reader: PropertyReader,
  { userPoolId, name, provider }: ReadIdentityProvider,
  before: readonly ReadIdentityProvider[],
): void {
  const others = before.filter((other) => other.userPoolId === userPoolId)
  if (others.some((other) => other.name === name)) {
    reader.problem('ProviderName', `the pool has a provider ${name} already.`)
  }
  const taken = others.flatMap((other) => other.provider?.identifiers ?? [])
  const twice = provider?.identifiers.find((identifier) => taken.includes(identifier))
  if (twice !== undefined) {
    reader.problem('IdpIdentifiers', `another provider of the pool is called ${twice} already.`)
  }
}
