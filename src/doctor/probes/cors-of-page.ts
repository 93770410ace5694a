import { corsWords as words } from '#doctor-words/cors'
import { appRequests } from './app-requests.ts'
import { askIdentity } from './ask-identity.ts'
import type { DoctorPorts } from '../ports.ts'
import { isReachable, request } from './request.ts'
import { ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'
import { tryAction } from './try-objects.ts'

const methods = ['GET', 'PUT'] as const

/**
 * CORS as a page finds it: the browser asks first by itself, and keeps an answer to itself that
 * the bucket does not let the page read. All requests are refused by S3; that they can be read is
 * the point.
 */
export async function corsOfPage(ports: DoctorPorts, bucket: string): Promise<Result> {
  const { origin } = ports
  const url = `${bucket}/users/doctor.txt`
  const read: string[] = []
  for (const method of methods) {
    if (await request(ports, url, hopeless(method))) read.push(method)
  }
  if (read.length < methods.length) {
    const unread = methods.filter((method) => !read.includes(method))
    if (read.length > 0) {
      return wrong(words.unreadable(origin, unread, words.somePageRead(read)), templatePlaces.cors)
    }
    return (await isReachable(ports, url))
      ? wrong(words.unreadable(origin, unread, words.pageRefused), templatePlaces.cors)
      : unknown(words.unreachable)
  }
  return judgeEtag(ports, words.pageRead(read))
}

/**
 * A request with the app's headers that S3 refuses whoever may do what: no such authorization is
 * known, and there is no object whose ETag is this.
 */
function hopeless(method: (typeof methods)[number]): RequestInit {
  const headers = appRequests[method].filter((name) => name !== 'if-none-match')
  return {
    method,
    headers: Object.fromEntries(headers.map((name) => [name, 'doctor'])),
    ...(method === 'PUT' && { body: '' }),
  }
}

/** Only an object's own answer has an ETag, so somebody has to be signed in for it. */
async function judgeEtag(ports: DoctorPorts, evidence: string): Promise<Result> {
  const { origin } = ports
  const session = ports.config.identityPoolId === undefined ? undefined : await ports.session()
  const identity = session && (await askIdentity(ports, session))
  if (identity?.kind === 'identified') {
    const { identityId } = identity
    const objects = session?.objects(identityId)
    const key = `users/${identityId}/doctor-etag.txt`
    const put = objects && (await tryAction(objects, 'put', key))
    if (objects && put?.kind === 'done') {
      await tryAction(objects, 'remove', key)
      return put.etag === undefined
        ? wrong(
            words.noEtag(origin, `${evidence} ${words.etagHidden}`),
            templatePlaces.exposedHeaders,
          )
        : ok(words.ok(origin, `${evidence} ${words.etagRead}`))
    }
  }
  return unknown(words.etagUntold(origin, evidence))
}
