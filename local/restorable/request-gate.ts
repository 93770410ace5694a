import type { Service } from '../core/ports/service.ts'
import type { Timer } from '../core/ports/timer.ts'

/** What all requests go through, so that none meets two states of the data. */
export interface RequestGate {
  /** `find` the service anew for each request. */
  guard(find: () => Service): Service
  /**
   * Runs `work` while no request is under way. Those that are have a second to end, and are then
   * answered 503; those that come meanwhile wait, and find what there is afterwards.
   */
  alone(work: () => Promise<void>): Promise<void>
}

const endWithinMs = 1000

/** @param isApart requests that are not waited for: they are about the states themselves. */
export function createRequestGate(
  timer: Timer,
  isApart: (request: Request) => boolean,
): RequestGate {
  const underWay = new Set<{ ended: Promise<unknown>; breakOff: () => void }>()
  let closed: Promise<void> | undefined

  function tracked(service: Service, request: Request): Promise<Response> {
    return new Promise((resolve, reject) => {
      const answering = service(request)
      const entry = {
        ended: answering.then(
          () => undefined,
          () => undefined,
        ),
        breakOff: () => resolve(brokenOff()),
      }
      underWay.add(entry)
      void entry.ended.then(() => underWay.delete(entry))
      answering.then(resolve, reject)
    })
  }

  async function untilIdle(): Promise<void> {
    let stop = () => {}
    const isLate = new Promise<void>((resolve) => (stop = timer(resolve, endWithinMs)))
    await Promise.race([Promise.all([...underWay].map(({ ended }) => ended)), isLate])
    stop()
    for (const { breakOff } of underWay) breakOff()
    underWay.clear()
  }

  return {
    guard: (find) => async (request) => {
      while (closed) await closed
      return isApart(request) ? find()(request) : tracked(find(), request)
    },
    async alone(work) {
      while (closed) await closed
      let open = () => {}
      closed = new Promise((resolve) => (open = resolve))
      try {
        await untilIdle()
        await work()
      } finally {
        closed = undefined
        open()
      }
    },
  }
}

/** Of no service: AWS has no such moment. Its clients take it for a fault that passes, and ask again. */
function brokenOff(): Response {
  return new Response(
    'The local AWS went on to another state of its data while it worked on this. Send it again.\n',
    {
      status: 503,
      headers: {
        'retry-after': '1',
        'content-type': 'text/plain; charset=utf-8',
        'access-control-allow-origin': '*',
      },
    },
  )
}
