import { doctorWords } from '#doctor-words/common'
import { domainWords as words } from '#doctor-words/domain'
import { addressesOf } from '../probes/addresses.ts'
import { beginSignIn, clientStateOf } from '../probes/ask-client.ts'
import { askPage, askToken, authorizationQuery } from '../probes/ask-domain.ts'
import type { DoctorPorts } from '../ports.ts'
import { isReachable } from '../probes/request.ts'
import { createCheck, doubtful, notApplicable, ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

/** Whether managed login answers at the domain, for this client, with pages. */
export const domain = createCheck('domain', async (ports) => {
  const { domain: url } = addressesOf(ports.config)
  if (url === undefined) return notApplicable(words.none)
  const answer = await askToken(ports, url)
  if (answer.kind === 'unread') return whyNothing(ports, url)
  if (answer.kind === 'foreign') {
    const evidence = words.asked(url, `${answer.status}, without an error of OAuth’s`)
    return wrong(words.foreign(url, evidence), templatePlaces.domain)
  }

  const evidence = words.asked(url, answer.error)
  if (answer.error === 'invalid_client') return whyUnknownClient(ports, url, evidence)
  if (!ports.readsEveryAnswer) return unknown(words.pagesUnread(url, evidence))
  const login = await askPage(ports, `/login?${authorizationQuery(ports)}&lang=en`)
  const status = login?.status ?? 0
  // Where it leads elsewhere, something is amiss with the client, of which another finding tells.
  if (status >= 200 && status < 400) return ok(words.ok(url, evidence))
  if (!login || status !== 403) return unknown(words.pagesUntold(url, evidence, status))
  // A firewall refuses with the same status, and maybe terminals alone.
  return /login pages unavailable/i.test(login.text)
    ? wrong(words.noStyle(url, evidence), templatePlaces.style)
    : doubtful(words.refused(url, evidence))
})

async function whyNothing(ports: DoctorPorts, url: string): Promise<Result> {
  // It answers to GET with a redirect to where a page may go on, whatever the client.
  if (await isReachable(ports, `${url}/error`)) return unknown(words.unreadable(url))
  const isOnline = (await beginSignIn(ports, 'USER_SRP_AUTH')).kind !== 'unreachable'
  return isOnline
    ? wrong(words.unreachable(url), templatePlaces.domain)
    : notApplicable(doctorWords.waitsFor('user-pool'))
}

/** A domain knows the clients of its own pool alone, and wants the secret of those that have one. */
async function whyUnknownClient(
  ports: DoctorPorts,
  url: string,
  evidence: string,
): Promise<Result> {
  switch (clientStateOf(await beginSignIn(ports, 'USER_SRP_AUTH'))) {
    case 'missing':
    case 'has-secret':
      return notApplicable(doctorWords.waitsFor('app-client'))
    case 'untold':
      return unknown(words.otherPool(url, evidence))
    default:
      return wrong(words.otherPool(url, evidence), templatePlaces.domain)
  }
}
