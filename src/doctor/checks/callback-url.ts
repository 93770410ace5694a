import { scopes } from '../../config/amplify-config.ts'
import { callbackUrlWords as words } from '#doctor-words/callback-url'
import { doctorWords } from '#doctor-words/common'
import { domainWords } from '#doctor-words/domain'
import { addressesOf } from '../probes/addresses.ts'
import { beginSignIn, clientStateOf } from '../probes/ask-client.ts'
import {
  askPage,
  askToken,
  authorizationQuery,
  ownUrls,
  type PageAnswer,
} from '../probes/ask-domain.ts'
import { firstDifference } from '../probes/first-difference.ts'
import type { DoctorPorts } from '../ports.ts'
import {
  createCheck,
  notApplicable,
  ok,
  unknown,
  wrong,
  type Result,
  type Told,
} from '../result.ts'
import { templatePlaces } from '../template-places.ts'

/**
 * Whether managed login comes back to this app, from signing in and from signing out. Where its
 * answers can be read it is asked; a page compares with what the configuration lists.
 */
export const callbackUrl = createCheck('callback-url', async (ports) => {
  const { domain } = addressesOf(ports.config)
  if (domain === undefined) return notApplicable(domainWords.none)
  const token = await askToken(ports, domain)
  if (token.kind !== 'oauth') return notApplicable(doctorWords.waitsFor('domain'))
  if (token.error === 'invalid_client') {
    const state = clientStateOf(await beginSignIn(ports, 'USER_SRP_AUTH'))
    const isClients = state === 'missing' || state === 'has-secret'
    return notApplicable(doctorWords.waitsFor(isClients ? 'app-client' : 'domain'))
  }
  if (ports.readsEveryAnswer) {
    const answer = (await askToComeBack(ports)) ?? (await askToSignOut(ports))
    return answer.status === 'ok' ? (findUnlisted(ports) ?? answer) : answer
  }
  if (token.error === 'unauthorized_client') {
    return wrong(words.flowOff(domainWords.asked(domain, token.error)), templatePlaces.oauthFlows)
  }
  return compareWithLists(ports)
})

/** @returns undefined when all is well. */
async function askToComeBack(ports: DoctorPorts): Promise<Result | undefined> {
  const { callback } = ownUrls(ports)
  const path = '/oauth2/authorize'
  const answer = await askPage(ports, `${path}?${authorizationQuery(ports)}`)
  const evidence = words.sent(path, callback, describe(answer))
  const { location } = answer ?? {}
  if (!location) return unknown(words.untold(evidence))

  const error = location.searchParams.get('error')
  if (error === null) return leadsOn(ports, location) ? undefined : unknown(words.untold(evidence))
  // Faults of client and redirect URI stay on a page of the domain; of others the app is told.
  if (!location.href.startsWith(callback)) {
    if (error === 'redirect_mismatch') return mismatch(ports, 'callback', evidence)
    return error === 'unauthorized_client'
      ? wrong(words.oauthOff(evidence), templatePlaces.oauthOn)
      : unknown(words.untold(evidence))
  }
  // The guide says error=invalid_scope; what comes is invalid_request with it as a description.
  const description = location.searchParams.get('error_description')
  if ([error, description].includes('invalid_scope')) {
    return wrong(words.scopes(scopes, evidence), templatePlaces.oauthScopes)
  }
  return error === 'unauthorized_client'
    ? wrong(words.flowOff(evidence), templatePlaces.oauthFlows)
    : unknown(words.untold(evidence))
}

async function askToSignOut(ports: DoctorPorts): Promise<Result> {
  const { callback, signOut } = ownUrls(ports)
  const query = new URLSearchParams({
    client_id: ports.config.userPoolClientId,
    logout_uri: signOut,
  })
  const answer = await askPage(ports, `/logout?${query.toString()}`)
  if (answer?.location?.href === new URL(signOut).href) return ok(words.ok(callback, signOut))
  const evidence = words.sent('/logout', signOut, describe(answer))
  const isRefused = answer?.status === 400 || answer?.location !== undefined
  return isRefused ? mismatch(ports, 'signOut', evidence) : unknown(words.untold(evidence))
}

/** To the domain's pages, or to the one provider that there is: not to what stands in between. */
function leadsOn(ports: DoctorPorts, location: URL): boolean {
  const { domain = '' } = addressesOf(ports.config)
  const back = location.searchParams.get('redirect_uri')
  const isForDomain =
    back?.startsWith(`${domain}/`) === true || location.searchParams.has('SAMLRequest')
  return location.origin === new URL(domain).origin || isForDomain
}

function compareWithLists(ports: DoctorPorts): Result {
  const { callback, signOut } = ownUrls(ports)
  const unlisted = findUnlisted(ports)
  if (unlisted) return unlisted
  const { redirectSignIn, redirectSignOut } = ports.config
  return redirectSignIn.length === 0 || redirectSignOut.length === 0
    ? unknown(words.compare(callback, signOut))
    : judgeListed(ports, words.listed(callback, signOut))
}

/** The local AWS takes the lists from the client itself; elsewhere they are as old as their file. */
function judgeListed({ config }: DoctorPorts, told: Told): Result {
  return config.local ? ok(told) : unknown(told)
}

/** The app sends nobody away with an address that the configuration does not list, if it lists any. */
function findUnlisted(ports: DoctorPorts): Result | undefined {
  const { callback, signOut } = ownUrls(ports)
  const { redirectSignIn, redirectSignOut } = ports.config
  if (isUnlisted(callback, redirectSignIn)) return mismatch(ports, 'callback')
  return isUnlisted(signOut, redirectSignOut) ? mismatch(ports, 'signOut') : undefined
}

function isUnlisted(url: string, list: readonly string[]): boolean {
  return list.length > 0 && !list.includes(url)
}

/** @param answer what the domain said; without it the configuration's list alone decided. */
function mismatch(ports: DoctorPorts, kind: 'callback' | 'signOut', answer?: string): Result {
  const url = ownUrls(ports)[kind]
  const list = kind === 'callback' ? ports.config.redirectSignIn : ports.config.redirectSignOut
  const place = kind === 'callback' ? templatePlaces.callbackUrls : templatePlaces.logoutUrls
  const difference = firstDifference(url, list)
  const compared = difference
    ? words.differs(difference.nearest, difference.position, difference.sent, difference.registered)
    : list.length === 0
      ? words.noneListed
      : ''
  return answer === undefined
    ? wrong(words.notListed(kind, url, compared), place)
    : wrong(words.refused(kind, url, `${answer} ${compared}`.trim()), place)
}

function describe(answer: PageAnswer | undefined): string {
  if (!answer) return words.nothing
  const { location, status } = answer
  return location ? location.href : words.status(status)
}
