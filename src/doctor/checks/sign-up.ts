import type { PasswordPolicy } from '../../config/app-config.ts'
import { signUpWords as words } from '#doctor-words/sign-up'
import { doctorWords } from '#doctor-words/common'
import { nobody } from '../probes/ask-client.ts'
import { askCognito, type CognitoAnswer } from '../probes/ask-cognito.ts'
import type { DoctorPorts } from '../ports.ts'
import { createCheck, doubtful, notApplicable, ok, unknown, wrong, type Result } from '../result.ts'
import { passwordFor, passwordsBreaking } from '../probes/sample-passwords.ts'
import { templatePlaces } from '../template-places.ts'

/** What a page that knows no rules would be given: hard to refuse. */
const usualPolicy: PasswordPolicy = {
  minimumLength: 16,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
}

/**
 * Whether people can create an account as the app's page has them do it. Every request is one that
 * no user pool accepts, whatever order it looks at things in.
 */
export const signUp = createCheck('sign-up', async (ports) => {
  const { passwordPolicy } = ports.config
  const answer = await refusedSignUp(ports, passwordFor(passwordPolicy ?? usualPolicy))
  if (answer.kind !== 'refused') return notApplicable(doctorWords.waitsFor('user-pool'))
  const { name, message } = answer
  const evidence = words.asked(doctorWords.refused(name, message))
  switch (name) {
    case 'ResourceNotFoundException':
      return notApplicable(doctorWords.waitsFor('app-client'))
    case 'NotAuthorizedException':
      // One name for a client with a secret, a pool that is closed, and the attribute.
      if (/secret/i.test(message)) return notApplicable(doctorWords.waitsFor('app-client'))
      if (/not permitted/i.test(message)) {
        return wrong(words.closed(evidence), templatePlaces.selfSignUp)
      }
      return isAboutTheAttribute(message)
        ? checkRules(ports, evidence)
        : unknown(words.untold(evidence))
    case 'InvalidPasswordException':
      return passwordPolicy
        ? wrong(words.stricterPool(evidence), templatePlaces.passwordPolicy)
        : judgeSchema(ports, words.rules.notShown, evidence)
    case 'InvalidParameterException':
      if (/^username (should|cannot) be/i.test(message)) {
        return wrong(words.notByEmail(evidence), templatePlaces.usernames)
      }
      // Every fault of the schema may be told in one message, ours among them.
      if (/\bis required/i.test(message)) {
        return wrong(words.asksForMore(evidence), templatePlaces.schema)
      }
      return isAboutTheAttribute(message)
        ? checkRules(ports, evidence)
        : unknown(words.untold(evidence))
    default:
      return unknown(words.untold(evidence))
  }
})

/**
 * Nobody but an administrator may set `email_verified`, so the request fails even where all else is
 * in order.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
 */
function refusedSignUp(
  ports: DoctorPorts,
  password: string,
  attributes: readonly { Name: string; Value: string }[] = refusedAttributes,
): Promise<CognitoAnswer> {
  return askCognito(ports, 'cognito-idp', 'SignUp', {
    ClientId: ports.config.userPoolClientId,
    Username: nobody,
    Password: password,
    UserAttributes: attributes,
  })
}

const refusedAttributes = [
  { Name: 'email', Value: nobody },
  { Name: 'email_verified', Value: 'true' },
]

function isAboutTheAttribute(message: string): boolean {
  return /email_verified/i.test(message) || isNotWritable(message)
}

/** “A client attempted to write unauthorized attribute”, which does not say which one. */
function isNotWritable(message: string): boolean {
  return /unauthorized attribute/i.test(message)
}

/**
 * Compares the page's password rules with the pool's, if the pool looks at the password before it
 * looks at the attribute: else every password gets the same answer, which tells nothing.
 */
async function checkRules(ports: DoctorPorts, evidence: string): Promise<Result> {
  const { passwordPolicy } = ports.config
  if (!passwordPolicy) return judgeSchema(ports, words.rules.notShown, evidence)
  const tried = [words.tried(words.allRules, false)]
  const unbroken: string[] = []
  const rules = passwordsBreaking(passwordPolicy)
  for (const [rule, password] of rules) {
    const answer = await refusedSignUp(ports, password)
    const isRefused = answer.kind === 'refused' && answer.name === 'InvalidPasswordException'
    if (!isRefused) unbroken.push(words.ruleNames[rule])
    tried.push(words.tried(words.breaking[rule], isRefused))
  }
  if (unbroken.length === rules.length) {
    const schema = await judgeSchema(ports, '', evidence)
    return schema.status === 'ok' ? unknown(words.rulesUntold(evidence)) : schema
  }
  const all = `${evidence} ${words.policyAsked(tried)}`
  return unbroken.length === 0
    ? judgeSchema(ports, words.rules.same, all)
    : doubtful(words.stricterPage(unbroken, all), templatePlaces.passwordPolicy)
}

/**
 * The refusal comes before the pool looks for what it requires, and no later one is certain: only the
 * configuration may know.
 */
async function judgeSchema(ports: DoctorPorts, rules: string, evidence: string): Promise<Result> {
  const { requiredAttributes } = ports.config
  if (!requiredAttributes)
    return unknown(words.schemaUntold(rules, `${evidence} ${words.codeOrLink}`))
  const known = `${evidence} ${words.requires(requiredAttributes)}`
  const unasked = requiredAttributes.filter((name) => name !== 'email')
  if (unasked.length > 0) return wrong(words.asksForMore(known), templatePlaces.schema)
  // AWS has no app client that may not write what its pool requires.
  const unwritable = requiredAttributes.includes('email') ? undefined : await askToWriteEmail(ports)
  if (unwritable !== undefined) {
    return wrong(words.mayNotGiveEmail(`${known} ${unwritable}`), templatePlaces.writeAttributes)
  }
  const all = `${known} ${words.codeOrLink}`
  const lengths = lengthsOfEmail(ports.config.userAttributes)
  if (!lengths) return unknown(words.lengthsUntold(rules, all))
  const { minLength, maxLength } = lengths
  return minLength === undefined && maxLength === undefined
    ? ok(words.ok(rules, all))
    : doubtful(words.someLengths(minLength, maxLength, all), templatePlaces.schema)
}

/**
 * What the pool's schema asks of an address, which is looked at after what nobody may set.
 *
 * @returns undefined where the configuration does not say.
 */
function lengthsOfEmail(
  userAttributes: unknown,
): { minLength?: number; maxLength?: number } | undefined {
  if (!Array.isArray(userAttributes)) return undefined
  return (userAttributes as { name: unknown; minLength?: number; maxLength?: number }[]).find(
    ({ name }) => name === 'email',
  )
}

/**
 * Asks with an address that no pool takes for one: a refusal of email_verified comes before the pool
 * looks at what the app client may write.
 *
 * @returns what was answered, where the app client may not write the address.
 */
async function askToWriteEmail(ports: DoctorPorts): Promise<string | undefined> {
  const password = passwordFor(ports.config.passwordPolicy ?? usualPolicy)
  const answer = await refusedSignUp(ports, password, [{ Name: 'email', Value: 'nobody' }])
  return answer.kind === 'refused' && isNotWritable(answer.message)
    ? words.askedMalformed(doctorWords.refused(answer.name, answer.message))
    : undefined
}
