import type { PasswordPolicy } from '../../config/app-config.ts'

export type PasswordRule = 'length' | Exclude<keyof PasswordPolicy, 'minimumLength'>

const classes = {
  requireLowercase: 'q',
  requireUppercase: 'W',
  requireNumbers: '7',
  requireSymbols: '!',
} as const

/** Shorter is a malformed request, whatever the policy. */
const leastLength = 6

/** Meets each rule just so. */
export function passwordFor(policy: PasswordPolicy): string {
  const asked = askedClasses(policy)
  const start = asked.map((name) => classes[name]).join('')
  // What fills it up may not bring in a class that is not asked for.
  const filling = asked[0] === undefined ? classes.requireLowercase : classes[asked[0]]
  return start.padEnd(Math.max(policy.minimumLength, leastLength), filling)
}

/** Each rule that is asked, with a password that breaks it and no other. */
export function passwordsBreaking(policy: PasswordPolicy): [PasswordRule, string][] {
  const passwords = askedClasses(policy).map((name): [PasswordRule, string] => [
    name,
    passwordFor(spared(policy, name)),
  ])
  return policy.minimumLength > leastLength
    ? [
        ['length', passwordFor({ ...policy, minimumLength: policy.minimumLength - 1 })],
        ...passwords,
      ]
    : passwords
}

function askedClasses(policy: PasswordPolicy) {
  return (Object.keys(classes) as (keyof typeof classes)[]).filter((name) => policy[name])
}

/** Without one class; and where it was the only one, made of another. */
function spared(policy: PasswordPolicy, name: keyof typeof classes): PasswordPolicy {
  const left = { ...policy, [name]: false }
  const isOnlyOne = askedClasses(left).length === 0 && name === 'requireLowercase'
  return isOnlyOne ? { ...left, requireNumbers: true } : left
}
