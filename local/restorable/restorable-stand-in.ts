import type { Runtime } from '../core/ports/runtime.ts'
import type { StagedState, States } from '../core/ports/states.ts'
import type { Timer } from '../core/ports/timer.ts'
import { basePathOf, pathBelow } from '../http/base-path.ts'
import type { Interceptor } from '../local-api/edge.ts'
import type { Snapshots } from '../local-api/snapshots/snapshot-routes.ts'
import { createRequestGate } from './request-gate.ts'
import { createStandIn, type StandIn, type StandInOptions } from '../stand-in.ts'

/**
 * A stand-in whose data can go back to what it was. To its clients a restore is what a restart with
 * other data would be, without the ports ever being free: the services are made anew, so that none
 * remembers anything that is not in the data. docs/decisions/0180.
 *
 * @param timer counts how long requests under way may take to end.
 * @throws TemplateError
 */
export async function createRestorableStandIn(
  options: Omit<StandInOptions, 'snapshots'>,
  world: Omit<Runtime, 'store' | 'blobs'>,
  states: States,
  timer: Timer,
): Promise<StandIn> {
  const basePath = basePathOf(options.cognitoUrl)
  const gate = createRequestGate(timer, ({ url }) =>
    /^\/_local\/snapshots(\/|$)/.test(pathBelow(basePath, new URL(url).pathname) ?? ''),
  )
  const interceptors = new Map<Interceptor, () => void>()
  let { text } = options.template
  let last: Promise<unknown> = Promise.resolve()

  /** One after another: of two restores the second has what the first left. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = last.then(work)
    last = result.catch(() => undefined)
    return result
  }

  async function replaceState(staged: StagedState): Promise<void> {
    current.endEvents()
    await current.close()
    try {
      await staged.use()
    } catch (error) {
      await start()
      throw error
    }
    try {
      await start()
    } catch (error) {
      await staged.goBack()
      await start()
      throw error
    }
  }

  const { list, files } = states
  const nowMs = () => world.clock.wallNow?.() ?? world.clock.now()
  const snapshots: Snapshots = {
    list,
    save: (name) => inTurn(() => states.save(name, nowMs())),
    remove: (name) => inTurn(() => states.remove(name)),
    restore: (name) =>
      inTurn(async () => {
        const staged = await states.stage(name)
        try {
          await gate.alone(() => replaceState(staged))
        } finally {
          await staged.end()
        }
      }),
    ...(files && {
      read: (name) => inTurn(() => files.read(name)),
      write: (name, file) => inTurn(() => files.write(name, nowMs(), file)),
    }),
  }

  const create = () =>
    createStandIn(
      { ...options, template: { ...options.template, text }, snapshots },
      { ...world, ...states.inUse() },
    )
  let current = await create()

  async function start(): Promise<void> {
    current = await create()
    for (const interceptor of interceptors.keys()) {
      interceptors.set(interceptor, current.intercept(interceptor))
    }
  }

  return {
    cognito: gate.guard(() => current.cognito),
    s3: gate.guard(() => current.s3),
    get outbox() {
      return current.outbox
    },
    get adminToken() {
      return current.adminToken
    },
    get administrator() {
      return current.administrator
    },
    config: () => current.config(),
    deployment: () => current.deployment(),
    reload(changed) {
      current.reload(changed)
      text = changed
    },
    reset: () => current.reset(),
    intercept(interceptor) {
      interceptors.set(interceptor, current.intercept(interceptor))
      return () => {
        interceptors.get(interceptor)?.()
        interceptors.delete(interceptor)
      }
    },
    endEvents: () => current.endEvents(),
    async close() {
      await last
      await current.close()
    },
  }
}
