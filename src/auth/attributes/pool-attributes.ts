import { readPoolConfig } from '../pool-config.ts'
import { editableAttributes } from './editable-attributes.ts'

/** What the user pool keeps of people, and may be shown. */
export interface PoolAttribute {
  name: string
  type: 'String' | 'Number' | 'DateTime' | 'Boolean'
  isRequired: boolean
  /** Whether people may change it themselves, in this app. */
  isWritable: boolean
  /** Of an address: whether the pool sends a code to a new one. */
  sendsCode: boolean
  minLength: number
  maxLength: number
  minValue?: number | undefined
  maxValue?: number | undefined
}

/** As `/config.json` has one; what is left out holds (`local/template/user-attributes-document.ts`). */
type Described = Partial<Record<keyof PoolAttribute | 'required' | 'writable', unknown>>

const types = ['Number', 'DateTime', 'Boolean'] as const

/** Cognito keeps no longer text. */
const longest = 2048

/** What is asked of the pool where the configuration names no attributes: it refuses what it has not. */
const likely = ['name', 'email', 'phone_number', ...editableAttributes]

/**
 * As the configuration tells them. Where it is silent, they are those that most pools have, those
 * required at sign-up, and those that the person has.
 *
 * @param own what GetUser answered.
 */
export async function readPoolAttributes(
  own: Readonly<Record<string, string>>,
): Promise<readonly PoolAttribute[]> {
  const { userAttributes, requiredAttributes } = await readPoolConfig()
  if (Array.isArray(userAttributes)) return userAttributes.filter(isDescribed).map(attributeOf)
  const required = Array.isArray(requiredAttributes) ? requiredAttributes.map(String) : []
  const custom = Object.keys(own).filter((name) => name.startsWith('custom:'))
  return [...new Set([...likely, ...required, ...custom])].map((name) =>
    attributeOf({ name, required: required.includes(name) }),
  )
}

function isDescribed(value: unknown): value is Described & { name: string } {
  return value instanceof Object && 'name' in value && typeof value.name === 'string'
}

function attributeOf(described: Described & { name: string }): PoolAttribute {
  const { name, type, required, writable, sendsCode, ...limits } = described
  const { minLength, maxLength, minValue, maxValue } = limits
  return {
    name,
    type: types.find((known) => known === type) ?? 'String',
    isRequired: required === true,
    isWritable: writable !== false,
    sendsCode: sendsCode !== false,
    minLength: numberOf(minLength) ?? 0,
    maxLength: numberOf(maxLength) ?? longest,
    minValue: numberOf(minValue),
    maxValue: numberOf(maxValue),
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
