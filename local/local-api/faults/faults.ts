import type { Clock } from '../../core/ports/clock.ts'
import type { Random } from '../../core/ports/random.ts'
import type { Service } from '../../core/ports/service.ts'
import type { Timer } from '../../core/ports/timer.ts'
import type { Interceptor } from '../edge.ts'
import type { NameRequest, RequestName } from '../requests/request-name.ts'
import { answerRefusal } from './answer-refusal.ts'
import type { Fault, FaultRule } from './fault.ts'
import { refusalOf } from './refusals.ts'

export interface Faults {
  interceptor: Interceptor
  /** In the order in which they were made; the first that matches a request decides. */
  list(): readonly Fault[]
  add(rules: readonly FaultRule[]): readonly Fault[]
  /** @returns whether there was such a one. */
  remove(id: string): boolean
  clear(): void
  /** By which fault an answer was made or held up. */
  faultOf: (response: Response) => string | undefined
}

interface FaultsOptions {
  random: Random
  /** Of this machine. */
  clock: Clock
  /** Has clients seem to be behind, or ahead. */
  setSkew: (seconds: number) => void
  timer: Timer
  nameOf: NameRequest
  s3Cors: (request: Request) => Readonly<Record<string, string>>
}

/**
 * What is made to go wrong. In memory, for this run. `/_local` is spared, and so are preflights,
 * which browsers send and programs do not: but for `no-cors`, where they are what fails.
 */
export function createFaults(options: FaultsOptions): Faults {
  const { clock, nameOf, setSkew } = options
  let faults: Fault[] = []
  let count = 0
  /** Requests that each fault has matched so far. */
  const matched = new WeakMap<Fault, number>()
  const answeredBy = new WeakMap<Response, string>()

  const skewSeconds = () => faults.findLast(({ kind }) => kind === 'skewed-clock')?.skewSeconds ?? 0

  function change(next: Fault[]) {
    faults = next
    setSkew(skewSeconds())
  }

  /** Counts, so that a share is kept to the request. */
  function take(fault: Fault): boolean {
    const before = matched.get(fault) ?? 0
    matched.set(fault, before + 1)
    const isDue = Math.floor((before + 1) * fault.share) > Math.floor(before * fault.share)
    if (!isDue) return false
    fault.hits += 1
    if (fault.hits === fault.times) change(faults.filter((other) => other !== fault))
    return true
  }

  const interceptor: Interceptor = async (request, next, port) => {
    if (faults.length === 0) return next(request)
    const name = nameOf(request, port)
    if (!name || name.service === 'local-api') return next(request)
    const skewMs = skewSeconds() * 1000
    const fault = faults.find((each) => isMeant(each, request, name) && take(each))
    const answered = fault ? await answer(fault, request, name, next, options) : await next(request)
    const response = skewMs === 0 ? answered : withDate(answered, clock.now() + skewMs)
    if (fault) answeredBy.set(response, fault.id)
    return response
  }

  return {
    interceptor,
    list: () => faults,
    add(rules) {
      const added = rules.map((rule) => {
        count += 1
        return { id: String(count), ...rule, hits: 0 }
      })
      change([...faults, ...added])
      return added
    },
    remove(id) {
      const rest = faults.filter((fault) => fault.id !== id)
      const isThere = rest.length < faults.length
      change(rest)
      return isThere
    },
    clear: () => change([]),
    faultOf: (response) => answeredBy.get(response),
  }
}

function isMeant(fault: Fault, request: Request, name: RequestName): boolean {
  if (fault.kind === 'skewed-clock') return false
  if (fault.service !== undefined && fault.service !== name.service) return false
  if (fault.operation !== undefined && fault.operation !== name.operation) return false
  if (request.method === 'OPTIONS') return fault.kind === 'no-cors'
  const isRefusal = ['throttle', 'error', 'refusal', 'expired'].includes(fault.kind)
  return !isRefusal || refusalOf(fault, name) !== undefined
}

async function answer(
  fault: Fault,
  request: Request,
  name: RequestName,
  next: Service,
  options: FaultsOptions,
): Promise<Response> {
  switch (fault.kind) {
    case 'slow':
      await new Promise<void>((resolve) => options.timer(resolve, fault.delayMs ?? 0))
      return next(request)
    case 'cut-off':
      if (fault.isAfter !== false) await (await next(request)).body?.cancel()
      return Response.error()
    case 'no-cors':
      return withoutCors(await next(request))
    default: {
      const refusal = refusalOf(fault, name)
      return refusal ? answerRefusal(refusal, name, request, options) : next(request)
    }
  }
}

function withoutCors(answered: Response): Response {
  const response = new Response(answered.body, answered)
  for (const name of [...response.headers.keys()]) {
    if (name.startsWith('access-control-')) response.headers.delete(name)
  }
  return response
}

/** Clients read the server's time off it, to sign by it. */
function withDate(answered: Response, ms: number): Response {
  if (answered.type === 'error') return answered
  const response = new Response(answered.body, answered)
  response.headers.set('date', new Date(ms).toUTCString())
  return response
}
