import { Fault, type Position } from '../template-error.ts'

const valueFunctions = [
  'Ref',
  'Fn::FindInMap',
  'Fn::GetAtt',
  'Fn::If',
  'Fn::Join',
  'Fn::Select',
  'Fn::Split',
  'Fn::Sub',
]

/** These give a truth value, and stand in `Conditions` alone (and in `Fn::If`, by name). */
const conditionFunctions = ['Condition', 'Fn::And', 'Fn::Equals', 'Fn::Not', 'Fn::Or']

/** These give a truth value of parameters, and stand in `Rules` alone. */
const ruleFunctions = ['Fn::Contains', 'Fn::EachMemberEquals', 'Fn::EachMemberIn']

const known = new Set([...valueFunctions, ...conditionFunctions, ...ruleFunctions])

/** `Condition` is left to where a condition is expected: policy statements have such a key too. */
export function isIntrinsicKey(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::')
}

/**
 * @param name from a short tag without its `!`, or a long form's key.
 * @returns the long form's name.
 * @throws Fault for what the local AWS does not read.
 */
export function intrinsicOf(name: string, at: Position): string {
  const full =
    name === 'Ref' || name === 'Condition' || name.startsWith('Fn::') ? name : `Fn::${name}`
  if (known.has(full)) return full
  throw new Fault(
    at,
    `The local AWS does not read ${full}. It reads ${[...known].sort().join(', ')}.`,
  )
}
