const names = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a `Host` names this machine. A page on another site can point its own name at 127.0.0.1
 * (DNS rebinding) but not one of these; `*.localhost` is loopback by RFC 6761, section 6.3.
 */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d*$/, '').toLowerCase()
  return names.has(name) || name.endsWith('.localhost')
}
