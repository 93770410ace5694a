import { accountWords as words } from '#doctor-words/account'
import { doctorWords } from '#doctor-words/common'
import { addressesOf } from '../probes/addresses.ts'
import { askAs, attributeIn } from '../probes/ask-person.ts'
import { isIssuerOfPool } from '../probes/issuer.ts'
import { readClaims } from '../probes/read-claims.ts'
import { createCheck, doubtful, notApplicable, ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

/** Whose account it is, by which pool and client, and in what state. */
export const account = createCheck('account', async (ports) => {
  const session = await ports.session()
  if (!session) return unknown(words.signedOut)
  const { userPoolClientId } = ports.config
  const { issuer } = addressesOf(ports.config)
  const claims = readClaims(session.idToken)
  const said = words.tokenSays(String(claims?.['iss']), String(claims?.['aud']))
  if (!(await isIssuerOfPool(ports, claims?.['iss']))) {
    return wrong(words.otherPool(said, issuer), templatePlaces.appClient)
  }
  if (claims?.['aud'] !== userPoolClientId) {
    return wrong(words.otherClient(said, userPoolClientId), templatePlaces.appClient)
  }

  const answer = await askAs(ports, session, 'GetUser')
  if (answer.kind === 'unreachable') return notApplicable(doctorWords.waitsFor('user-pool'))
  if (answer.kind === 'refused') return refusal(answer.name, answer.message)
  const { Username } = answer.body
  const evidence = `${words.asked(words.withAttributes(String(Username)))} ${said}`
  // What the client may not read the pool leaves out.
  switch (String(attributeIn(answer.body, 'email_verified') ?? claims['email_verified'])) {
    case 'true':
      return ok(words.ok(evidence))
    case 'false':
      // Who comes by a provider has no password to forget.
      return claims['identities'] === undefined
        ? doubtful(words.unverified(evidence), templatePlaces.verification)
        : ok(words.byProvider(evidence))
    default:
      return unknown(words.addressUntold(evidence), templatePlaces.readAttributes)
  }
})

function refusal(name: string, message: string): Result {
  const evidence = words.asked(doctorWords.refused(name, message))
  switch (name) {
    case 'NotAuthorizedException':
      return /scope/i.test(message)
        ? wrong(words.lacksScope(evidence), templatePlaces.oauthScopes)
        : wrong(words.ended(evidence))
    case 'UserNotFoundException':
    case 'PasswordResetRequiredException':
      return wrong(words.ended(evidence))
    case 'UserNotConfirmedException':
      return wrong(words.unconfirmed(evidence))
    case 'ResourceNotFoundException':
      return notApplicable(doctorWords.waitsFor('app-client'))
    default:
      return unknown(words.unreadable(evidence))
  }
}
