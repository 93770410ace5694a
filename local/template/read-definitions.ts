import type { UserPoolConfig } from '../user-pools/config.ts'
import {
  type Definition,
  DefinitionError,
  type Definitions,
} from '../user-pools/pools/definitions.ts'
import { mfaProperties, modeOf } from '../user-pools/pools/mfa-settings.ts'
import type { Deployment } from './deployment.ts'
import type { LoadContext } from './load-context.ts'
import { fromJson, type MapNode, type Value } from './nodes.ts'
import { createProblems } from './problems.ts'
import { PropertyReader } from './property-reader.ts'
import type { EvaluatedResource } from './resource-types.ts'
import { readUserPoolClient } from './resources/user-pool/client/user-pool-client.ts'
import type { ResourceServer } from './resources/user-pool/resource-server.ts'
import { readUserPool } from './resources/user-pool/user-pool.ts'
import { TemplateError } from './template-error.ts'

const poolType = 'AWS::Cognito::UserPool'
const clientType = 'AWS::Cognito::UserPoolClient'
const secretType = `${clientType}.ClientSecret`

const types = { 'user pool': poolType, 'app client': clientType, 'client secret': secretType }

/** Where the API has another name than CloudFormation. All others are the same. */
const renamed: Readonly<Record<string, string>> = { PoolName: 'UserPoolName' }

/** What CloudFormation has no property for, and why it has no effect. */
const unknownToTemplates: Readonly<Record<string, string>> = {
  DcrConfiguration: 'no app client registers itself',
}

/** In JSON nothing has a line. */
const nowhere = { line: 1, column: 1 }

type Made = Omit<LoadContext, 'parameters' | 'stackName' | 'physicalId' | 'formerId'>

/**
 * Reads what the API is given with the readers of the template, so that both have the same checks and
 * defaults.
 *
 * @param newId in the shape that AWS gives to a resource of that type.
 * @param deployment the template's, whose functions and providers a definition may name.
 */
export function createDefinitions(
  context: Made,
  newId: (type: string) => string,
  deployment: () => Pick<Deployment, 'functions'>,
): Definitions {
  function read<T>(
    path: string,
    type: string,
    ids: Readonly<Record<string, string>>,
    definition: Definition,
    readFrom: (reader: PropertyReader, from: EvaluatedResource, context: LoadContext) => T,
  ): { value: T; notEmulated: string[] } {
    const problems = createProblems('')
    const { properties, notEmulated } = propertiesOf(definition, path)
    const reader = new PropertyReader(properties, path, {
      problems,
      notEmulated,
      unread: new Set(),
    })
    const physicalId = (_logicalId: string, ofType: string) => ids[ofType] ?? ''
    const loading: LoadContext = { ...context, stackName: '', parameters: {}, physicalId }
    try {
      const value = problems.attempt(() =>
        readFrom(reader, { logicalId: path, type, properties }, loading),
      )
      reader.finish()
      problems.throwIfAny()
      return { value: value as T, notEmulated }
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error
      throw new DefinitionError(error.problems.map(({ message }) => message).join(' '))
    }
  }

  return {
    newId: (of) => newId(types[of]),
    userPool(created) {
      const { id, definition } = created
      const { functions } = deployment()
      const whole = { ...definition, ...mfaProperties(created) }
      const { value, notEmulated } = read(
        'UserPool',
        poolType,
        { [poolType]: id },
        whole,
        (...from) => readUserPool(...from, functions),
      )
      return { pool: { ...value, mfaConfiguration: modeOf(created) }, notEmulated }
    },
    appClient({ id, secret, definition }, pool) {
      const ids = { [clientType]: id, [secretType]: secret ?? '' }
      const whole = { ...definition, UserPoolId: pool.id }
      const { value, notEmulated } = read('UserPoolClient', clientType, ids, whole, (...from) =>
        readUserPoolClient(...from, [pool], providersOf(pool), [serverOf(pool.id, definition)]),
      )
      return { client: value.client, notEmulated }
    },
  }
}

function propertiesOf(
  definition: Definition,
  path: string,
): { properties: MapNode<Value>; notEmulated: string[] } {
  const entries = Object.entries(definition).filter(([, value]) => value !== undefined)
  const known = entries.filter(([name]) => !Object.hasOwn(unknownToTemplates, name))
  return {
    properties: {
      kind: 'map',
      at: nowhere,
      entries: known.map(([name, value]) => ({
        key: renamed[name] ?? name,
        keyAt: nowhere,
        value: fromJson(value, nowhere),
      })),
    },
    notEmulated: entries.flatMap(([name]) => {
      const sentence = Object.hasOwn(unknownToTemplates, name) && unknownToTemplates[name]
      return sentence ? [`${path}.${name}: ${sentence}`] : []
    }),
  }
}

/** Its scopes were looked at when they were given, and stay when a template has them no more. */
function serverOf(userPoolId: string, { AllowedOAuthScopes }: Definition): ResourceServer {
  const scopes = Array.isArray(AllowedOAuthScopes) ? AllowedOAuthScopes.map(String) : []
  return { userPoolId, scopes }
}

function providersOf({ id, identityProviders = [] }: Omit<UserPoolConfig, 'clients'>) {
  return identityProviders.map((provider) => ({ userPoolId: id, name: provider.name, provider }))
}
