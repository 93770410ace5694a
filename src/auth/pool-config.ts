import * as amplify from 'aws-amplify/auth'

/** What `/config.json` tells of the user pool beside its ids; nobody has checked it yet. */
export interface PoolConfig {
  userAttributes?: unknown
  requiredAttributes?: unknown
  factors?: unknown
  examples?: unknown
}

/** Whether a function of `infra/triggers` is on; where that cannot be read, it is not. */
export async function hasExample(name: string): Promise<boolean> {
  const { examples }: PoolConfig = await readPoolConfig().catch(() => ({}))
  return Array.isArray(examples) && examples.includes(name)
}

/**
 * A browser cannot ask a pool how it is set up, so the configuration says it. It is read again: the
 * first page keeps only what it needs.
 */
export async function readPoolConfig(): Promise<PoolConfig> {
  const address = new URL('/config.json', window.location.origin)
  const response = await fetch(address).catch((cause: unknown) => {
    throw new amplify.AuthError({ name: 'NetworkError', message: '', underlyingError: cause })
  })
  if (response.ok) return (await response.json()) as PoolConfig
  throw new amplify.AuthError({ name: 'ServiceUnavailable', message: '' })
}
