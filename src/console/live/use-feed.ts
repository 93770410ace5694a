import { useEffect, useReducer } from 'react'
import { useClient } from '../client/use-client.tsx'
import { LockedError } from '../client/refused.ts'

interface Identified {
  readonly id: string
}

export type FeedState = 'opening' | 'live' | 'lost'

interface Feed<Item> {
  /** Newest first. */
  items: readonly Item[]
  state: FeedState
  /** What came last of its own, as opposed to what was there. */
  newest: Item | undefined
}

type Told<Item> =
  | { kind: 'listed'; items: readonly Item[] }
  | { kind: 'came'; item: Item }
  | { kind: 'reset' }
  | { kind: 'lost' }

const retryMs = 2000

/**
 * All there is, and what comes as it comes. Where the connection is lost it is tried again, and all is
 * listed anew.
 *
 * @param event the type of the events that have an item; `keeps` is how many the local AWS keeps.
 */
export function useFeed<Item extends Identified>(
  of: 'messages' | 'requests',
  event: string,
  keeps: number,
): Feed<Item> {
  const client = useClient()
  const [feed, tell] = useReducer((last: Feed<Item>, told: Told<Item>) => next(last, told, keeps), {
    items: [],
    state: 'opening',
    newest: undefined,
  })

  useEffect(() => {
    const stopping = new AbortController()
    const { signal } = stopping
    let timer: ReturnType<typeof setTimeout> | undefined

    async function follow(): Promise<void> {
      // Opened before the list is read, so that none falls between the two.
      const events = await client.events(of, signal)
      tell({ kind: 'listed', items: await client.get<readonly Item[]>(of, signal) })
      for await (const { event: type, data } of events) {
        if (type === event) tell({ kind: 'came', item: data as Item })
        if (type === 'reset') tell({ kind: 'reset' })
      }
    }

    async function keepFollowing(): Promise<void> {
      const isStopped = () => signal.aborted
      for (;;) {
        try {
          await follow()
        } catch (error) {
          // Whoever has the token opens it again.
          if (error instanceof LockedError) return
        }
        if (isStopped()) return
        tell({ kind: 'lost' })
        await new Promise((resolve) => (timer = setTimeout(resolve, retryMs)))
        if (isStopped()) return
      }
    }

    void keepFollowing()
    return () => {
      stopping.abort()
      clearTimeout(timer)
    }
  }, [client, of, event])

  return feed
}

function next<Item extends Identified>(
  last: Feed<Item>,
  told: Told<Item>,
  keeps: number,
): Feed<Item> {
  switch (told.kind) {
    case 'listed':
      return { ...last, items: told.items, state: 'live' }
    case 'came': {
      if (last.items.some(({ id }) => id === told.item.id)) return last
      return { ...last, items: [told.item, ...last.items].slice(0, keeps), newest: told.item }
    }
    case 'reset':
      return { ...last, items: [], newest: undefined }
    case 'lost':
      return { ...last, state: 'lost' }
  }
}
