import type { AmplifyOutputs } from './file.ts'
import type { ConfigProblem } from '../configuration/check-aws-config.ts'

type Shape =
  | { kind: 'text' | 'number' | 'flag' | 'anything' }
  | { kind: 'word'; words: readonly string[] }
  | { kind: 'list' | 'names'; of: Shape }
  | { kind: 'map'; keys: Readonly<Record<string, Shape>> }

const text: Shape = { kind: 'text' }
const flag: Shape = { kind: 'flag' }
const texts: Shape = { kind: 'list', of: text }

/** Of `AmplifyOutputs`, key by key. */
const outputs: Shape = {
  kind: 'map',
  keys: {
    version: { kind: 'text' },
    auth: {
      kind: 'map',
      keys: {
        aws_region: text,
        user_pool_id: text,
        user_pool_client_id: text,
        identity_pool_id: text,
        oauth: {
          kind: 'map',
          keys: {
            domain: text,
            identity_providers: texts,
            scopes: texts,
            redirect_sign_in_uri: texts,
            redirect_sign_out_uri: texts,
          },
        },
        password_policy: {
          kind: 'map',
          keys: {
            min_length: { kind: 'number' },
            require_lowercase: flag,
            require_uppercase: flag,
            require_numbers: flag,
            require_symbols: flag,
          },
        },
        username_attributes: texts,
        standard_required_attributes: texts,
        mfa_configuration: { kind: 'word', words: ['NONE', 'OPTIONAL', 'REQUIRED'] },
        mfa_methods: { kind: 'list', of: { kind: 'word', words: ['SMS', 'TOTP', 'EMAIL'] } },
        passwordless: {
          kind: 'map',
          keys: {
            email_otp_enabled: flag,
            sms_otp_enabled: flag,
            web_authn: { kind: 'map', keys: { relying_party_id: text } },
          },
        },
      },
    },
    // Checked as `VITE_USER_ATTRIBUTES` is.
    custom: {
      kind: 'map',
      keys: { userAttributes: { kind: 'anything' }, examples: { kind: 'text' } },
    },
    storage: {
      kind: 'map',
      keys: {
        aws_region: text,
        bucket_name: text,
        buckets: {
          kind: 'list',
          of: {
            kind: 'map',
            keys: { bucket_name: text, paths: { kind: 'names', of: { kind: 'names', of: texts } } },
          },
        },
      },
    },
  },
}

/**
 * What of the file is of another type than Amplify writes, each by its key: a file that was written by
 * hand, or by a script, or by a tool of another version.
 *
 * @returns the value without it, and a problem for each.
 */
export function checkOutputsTypes(json: object): {
  value: AmplifyOutputs
  problems: ConfigProblem[]
} {
  const problems: ConfigProblem[] = []
  const value = checkShape(json, '', outputs, problems) as AmplifyOutputs | undefined
  return { value: value ?? {}, problems }
}

function checkShape(value: unknown, key: string, shape: Shape, problems: ConfigProblem[]): unknown {
  if (value === undefined) return undefined
  if (!isOf(value, shape)) {
    problems.push({
      key,
      for: key,
      message: `${key} is ${show(value)}, but should be ${nameOf(shape)}.`,
      where: 'your Amplify project: npx ampx generate outputs',
    })
    return undefined
  }
  const inner = (name: string) => (key === '' ? name : `${key}.${name}`)
  switch (shape.kind) {
    case 'map': {
      const entries = Object.entries(shape.keys).map(([name, of]) => [
        name,
        checkShape(ownOf(value, name), inner(name), of, problems),
      ])
      return Object.fromEntries(entries.filter(([, each]) => each !== undefined))
    }
    case 'names':
      return Object.fromEntries(
        Object.entries(value as object).map(([name, each]) => [
          name,
          checkShape(each, inner(name), shape.of, problems),
        ]),
      )
    case 'list':
      return (value as unknown[])
        .map((each, index) => checkShape(each, `${key}[${index}]`, shape.of, problems))
        .filter((each) => each !== undefined)
    default:
      return value
  }
}

function isOf(value: unknown, shape: Shape): boolean {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return Number.isSafeInteger(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'word':
      return shape.words.some((word) => word === value)
    case 'list':
      return Array.isArray(value)
    case 'anything':
      return true
    default:
      return typeof value === 'object' && value !== null && !Array.isArray(value)
  }
}

function nameOf(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return 'text'
    case 'number':
      return 'a whole number'
    case 'flag':
      return 'true or false'
    case 'word':
      return shape.words.join(', ')
    case 'list':
      return 'a list'
    default:
      return 'an object'
  }
}

function ownOf(value: unknown, name: string): unknown {
  return Object.hasOwn(value as object, name) ? (value as Record<string, unknown>)[name] : undefined
}

function show(value: unknown): string {
  const json = JSON.stringify(value)
  return json.length > 60 ? `${json.slice(0, 60)}…` : json
}
