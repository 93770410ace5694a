let localDomain: string | undefined
let onLeaving: ((address: string) => void) | undefined

/** For whoever wants to know, before the page is gone. */
export function hearOfLeaving(hear: (address: string) => void): void {
  onLeaving = hear
}

/** The local AWS serves its domain by http, and Amplify spells every address of one with https. */
export function setLocalDomain(url: string): void {
  localDomain = url
}

/**
 * Sends the browser to an address of the domain, as Amplify's own opener does, and to the local
 * AWS's on a local build: by the address alone, so no browser needs an API for it.
 */
export function openDomain(address: string): Promise<void> {
  onLeaving?.(address)
  window.location.href = localDomain === undefined ? address : atLocal(address, localDomain)
  return Promise.resolve()
}

function atLocal(address: string, domain: string): string {
  const { pathname, search } = new URL(address)
  return new URL(pathname + search, domain).href
}
