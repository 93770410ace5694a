import { use, useEffect, useLayoutEffect, useState } from 'react'
import { UNSAFE_DataRouterContext, UNSAFE_DataRouterStateContext } from 'react-router-dom'
import type { DataRouter } from 'react-router-dom'

type State = DataRouter['state']

interface Guard {
  /** React shows this state of the router, and what the page has made of it. */
  show: (state: State | null) => void
}

/**
 * What is under way is not sent again: no form, fetcher or button, by click or by Enter, submits a
 * second time before the page shows what came of the first. A button learns that it is busy when React
 * renders it anew, which on a slow phone is long after the second click; the router is asked at once.
 */
export function useOneSubmission(): void {
  const router = use(UNSAFE_DataRouterContext)?.router
  const state = use(UNSAFE_DataRouterStateContext)
  // While rendering, since what is rendered below keeps the router's functions as they are then.
  const [guard] = useState(() => router && guardOf(router))
  // What effects make of an answer, such as the version that the next save replaces, is one render later.
  const [seen, see] = useState(state)
  // oxlint-disable-next-line react/set-state-in-effect -- to be shown after, and with, what effects set
  useEffect(() => see(state), [state])
  useLayoutEffect(() => guard?.show(seen), [guard, seen])
}

const guards = new WeakMap<DataRouter, Guard>()

function guardOf(router: DataRouter): Guard {
  const guard = guards.get(router) ?? guardSubmissions(router)
  guards.set(router, guard)
  return guard
}

function guardSubmissions(router: DataRouter): Guard {
  // oxlint-disable-next-line typescript/unbound-method -- applied with its own `this`
  const { navigate, fetch } = router
  const sent = new Map<string, { isAnswered: boolean }>()
  let shown: State | null = null

  async function once(key: string, submit: () => Promise<void>): Promise<void> {
    if (sent.has(key)) return
    const submission = { isAnswered: false }
    sent.set(key, submission)
    try {
      await submit()
    } finally {
      submission.isAnswered = true
      release()
    }
  }

  function release(): void {
    if (shown !== router.state) return
    for (const [key, { isAnswered }] of sent) if (isAnswered) sent.delete(key)
  }

  router.navigate = new Proxy(navigate, {
    apply(target, router, [to, options]: Parameters<typeof navigate>) {
      const go = () => target.call(router, to, options)
      // Another form is another wish: signing out, while the page that one has signed in to loads.
      return isPost(options) ? once(`page ${JSON.stringify(to)}`, go) : go()
    },
  })
  router.fetch = function fetchOnce(key, routeId, href, options) {
    const go = () => fetch(key, routeId, href, options)
    // Another button of the same form is another wish: Apple instead of Google.
    return isPost(options) ? once(`${key} ${wishOf(options)}`, go) : go()
  }
  return {
    show(state) {
      shown = state
      release()
    },
  }
}

type Options = Parameters<DataRouter['fetch']>[3] | Parameters<DataRouter['navigate']>[1]

/** The router's options with all that a submission may have. */
interface Sent {
  formMethod?: string
  formData?: FormData
}

function isPost(options: Options): boolean {
  return /^post$/i.test((options as Sent | undefined)?.formMethod ?? '')
}

function wishOf(options: Options): string {
  return JSON.stringify([...((options as Sent).formData ?? [])])
}
