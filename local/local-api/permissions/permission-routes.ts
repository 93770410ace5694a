import { isObject } from '../../core/encoding/is-object.ts'
import { LocalApiError } from '../local-api-error.ts'
import type { Routes } from '../handler.ts'
import { readJson } from '../read-json.ts'

type Values = string | readonly string[]

/** What is asked of policies. One of the first three says of whom. */
export interface SimulatedRequest {
  identityId?: string
  roleArn?: string
  accessKeyId?: string
  action: string
  resource: string
  /** Condition keys of the request, e.g. `s3:prefix`. */
  context: Readonly<Record<string, Values>>
  /** Of the session, instead of those that it has. */
  principalTags?: Readonly<Record<string, string>>
}

export interface PermissionParts {
  /** @returns undefined where nobody is meant. */
  simulate(request: SimulatedRequest): object | undefined
  roles(): readonly object[]
  /** A hundred, after that id. */
  identities(afterId?: string): { identities: readonly object[]; after?: string }
}

export function permissionRoutes(permissions: PermissionParts): Routes {
  return {
    '/_local/simulate-principal-policy': {
      POST: async (request) => {
        const answer = permissions.simulate(readSimulated(await readJson(request)))
        if (!answer) throw new LocalApiError(404, 'There is nobody like that.')
        return Response.json(answer)
      },
    },
    '/_local/roles': { GET: () => Response.json(permissions.roles()) },
    '/_local/identities': {
      GET: (_request, { searchParams }) =>
        Response.json(permissions.identities(searchParams.get('after') ?? undefined)),
    },
  }
}

const subjects = ['identityId', 'roleArn', 'accessKeyId'] as const

function readSimulated(body: Readonly<Record<string, unknown>>): SimulatedRequest {
  const { identityId, roleArn, accessKeyId, action, resource, context, principalTags, ...others } =
    body
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new LocalApiError(400, `A question has no ${unknown}.`)
  const named = { identityId, roleArn, accessKeyId }
  const given = subjects.filter((name) => named[name] !== undefined)
  const [by] = given
  if (given.length !== 1 || !by) {
    throw new LocalApiError(400, `Say of whom, by one of ${subjects.join(', ')}.`)
  }
  return {
    [by]: textOf(named[by], by),
    action: textOf(action, 'action', /^[a-z0-9-]+:[a-z0-9]+$/i),
    resource: textOf(resource, 'resource', /^(\*|arn:[^:]+:.+)$/s),
    context: context === undefined ? {} : valuesOf(context, 'context', isValues),
    ...(principalTags !== undefined && {
      principalTags: valuesOf(principalTags, 'principalTags', isText),
    }),
  }
}

function textOf(value: unknown, name: string, form = /./s): string {
  if (typeof value === 'string' && form.test(value)) return value
  throw new LocalApiError(400, `${name} has to be a text such as ${examples[name]}.`)
}

const examples: Readonly<Record<string, string>> = {
  identityId: 'us-east-1:0a6a0c33-7f5b-4b0e-9d5c-1f2e3d4c5b6a',
  roleArn: 'arn:aws:iam::123456789012:role/name',
  accessKeyId: 'ASIAEXAMPLEEXAMPLE23',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::bucket/key',
}

function valuesOf<Value>(
  value: unknown,
  name: string,
  isValue: (value: unknown) => value is Value,
): Readonly<Record<string, Value>> {
  if (isObject(value) && Object.values(value).every(isValue)) return value as Record<string, Value>
  throw new LocalApiError(400, `${name} has to be an object of texts.`)
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isValues = (value: unknown): value is Values =>
  isText(value) || (Array.isArray(value) && value.every(isText))
