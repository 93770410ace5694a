import type { DoctorPorts } from '../ports.ts'

const timeoutMs = 10_000

/**
 * One request without cookies. Undefined where nothing came back: no connection, no such host, too
 * late, or, in a page, an answer that it may not read.
 */
export async function request(
  { fetch }: Pick<DoctorPorts, 'fetch'>,
  url: string,
  init: RequestInit = {},
): Promise<Response | undefined> {
  try {
    // Apart, since Node's types know no `cache`.
    const common = { cache: 'no-store', credentials: 'omit' } as const
    return await fetch(url, { ...common, signal: AbortSignal.timeout(timeoutMs), ...init })
  } catch {
    return undefined
  }
}

/** Whether anything answers there, even if a page may not read what. */
export async function isReachable(ports: DoctorPorts, url: string): Promise<boolean> {
  const init: RequestInit = ports.readsEveryAnswer ? { redirect: 'manual' } : { mode: 'no-cors' }
  return (await request(ports, url, init)) !== undefined
}
