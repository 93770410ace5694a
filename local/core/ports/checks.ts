/** What policies say of one action, as `evaluate` has found it. */
export interface PolicyDecision {
  /** E.g. `s3:GetObject`. */
  action: string
  /** Its whole ARN. */
  resource: string
  reason: 'explicit-deny' | 'no-match' | 'allowed'
  /** The one that decided, as its policy has it; without one nothing matched. */
  statement?: Readonly<Record<string, unknown>>
}

/** Something that a service has looked at, before it did what it was asked. */
export interface Check {
  /**
   * What was looked at, as the wire calls it: a row of a table of checks, a parameter, a member, an
   * action.
   */
  name: string
  isPassed: boolean
  /** Where policies decided. */
  decision?: PolicyDecision
}

/** Told of each check of one request, in order. */
export interface Checks {
  /**
   * What has passed before is not noted again, nor what was noted further in.
   *
   * @param error that it was refused with.
   */
  note(check: Check, error?: unknown): void
}

const recorded = new WeakMap<Request, Checks>()

/** Has what is checked of a request noted from now on. @returns what has been, as it grows. */
export function recordChecks(request: Request): readonly Check[] {
  const list: Check[] = []
  const refusals = new Set<unknown>()
  const passed = new Set<string>()
  recorded.set(request, {
    note(check, error) {
      const isKnown = check.isPassed && !check.decision && passed.has(check.name)
      if (isKnown || (error !== undefined && refusals.has(error))) return
      if (check.isPassed) passed.add(check.name)
      if (error !== undefined) refusals.add(error)
      list.push(check)
    },
  })
  return list
}

/** @returns undefined where nobody wants to know. */
export function checksOf(request: Request): Checks | undefined {
  return recorded.get(request)
}

/** What `prove` returns, and a note of whether it threw; at once, or once its promise settles. */
export function checked<Proved>(
  checks: Checks | undefined,
  name: string,
  prove: () => Proved,
): Proved {
  if (!checks) return prove()
  const refused = (error: unknown): never => {
    checks.note({ name, isPassed: false }, error)
    throw error
  }
  let proved: Proved
  try {
    proved = prove()
  } catch (error) {
    return refused(error)
  }
  if (!(proved instanceof Promise)) {
    checks.note({ name, isPassed: true })
    return proved
  }
  return proved.then((value: unknown) => {
    checks.note({ name, isPassed: true })
    return value
  }, refused) as Proved
}
