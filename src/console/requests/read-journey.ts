import { isFile } from '../../recorder/local-aws/join-log.ts'
import { journeysOf, type Journey } from '../../recorder/journeys.ts'
import type { ConsoleClient } from '../client/console-client.ts'
import type { LoggedRequest, OpenedRequest } from './logged-request.ts'
import { toExchange } from './to-exchange.ts'

/** On either side of the one that is looked at: more than the longest sign-in has. */
const neighbours = 25

/**
 * What a request belongs to, among what the same sender has asked before and after it: the log does not
 * know of sign-ins, but `/flow` knows what begins one.
 *
 * @returns undefined where it has no place in the picture.
 */
export async function readJourney(
  client: ConsoleClient,
  opened: OpenedRequest,
): Promise<Journey | undefined> {
  if (!toExchange(opened) || isFile(opened)) return undefined
  const listed = await client.get<readonly LoggedRequest[]>('requests')
  const own = listed.filter(
    (each) => each.userAgent === opened.userAgent && each.service !== 'local-api' && !isFile(each),
  )
  const index = own.findIndex(({ id }) => id === opened.id)
  const near = own.slice(Math.max(0, index - neighbours), index + neighbours + 1)
  const all = await Promise.all(near.map(({ id }) => readOpened(client, id)))
  const exchanges = all
    .flatMap((each) => (each && toExchange(each)) ?? [])
    .sort((a, b) => a.startedAtMs - b.startedAtMs || Number(a.id) - Number(b.id))
  return journeysOf(exchanges).find((journey) =>
    journey.exchanges.some(({ id }) => id === opened.id),
  )
}

/** Of those that were listed, the oldest may have gone since. */
async function readOpened(client: ConsoleClient, id: string): Promise<OpenedRequest | undefined> {
  return client.get<OpenedRequest>(`requests/${id}`).catch(() => undefined)
}
