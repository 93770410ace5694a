export type Place = 'localStorage' | 'sessionStorage'

/** What of Web Storage the app needs. It takes whatever it is given. */
export interface Store {
  getItem: (key: string) => string | null
  setItem: (key: string, value: string) => void
  removeItem: (key: string) => void
  keys: () => string[]
  /** Keeps what the browser has no room for, for as long as the page. */
  spill: Map<string, string>
}

/**
 * The browser's stores. Where it refuses them, as it does with site data blocked, or has no room left,
 * they are this page's memory: everything works, until the page is left.
 */
export const stores: Readonly<Record<Place, Store>> = {
  localStorage: createStore('localStorage'),
  sessionStorage: createStore('sessionStorage'),
}

export const bothStores: readonly Store[] = [stores.localStorage, stores.sessionStorage]

/** This tab's own notes. */
export const tabNotes = {
  get: (key: string): string | undefined => stores.sessionStorage.getItem(key) ?? undefined,
  set: (key: string, value: string): void => stores.sessionStorage.setItem(key, value),
  remove: (key: string): void => stores.sessionStorage.removeItem(key),
}

/** Naming a store throws where site data is blocked; it is null where a web view has none. */
export function browserStore(place: Place): Storage | undefined {
  try {
    const places: Readonly<Record<Place, Storage | null>> = window
    return places[place] ?? undefined
  } catch {
    return undefined
  }
}

function createStore(place: Place): Store {
  const spill = new Map<string, string>()
  const inBrowser = <Result>(act: (browser: Storage) => Result): Result | undefined => {
    try {
      const browser = browserStore(place)
      return browser && act(browser)
    } catch {
      return undefined
    }
  }
  return {
    spill,
    getItem: (key) => spill.get(key) ?? inBrowser((browser) => browser.getItem(key)) ?? null,
    setItem(key, value) {
      spill.delete(key)
      const isKept = inBrowser((browser) => {
        browser.setItem(key, value)
        // A damaged store takes what is written, and has lost it.
        return browser.getItem(key) === value
      })
      if (isKept) return
      // What lies there is old, and would come back with a reload.
      this.removeItem(key)
      spill.set(key, value)
    },
    removeItem(key) {
      spill.delete(key)
      inBrowser((browser) => browser.removeItem(key))
    },
    keys: () => [
      ...new Set([...(inBrowser((browser) => Object.keys(browser)) ?? []), ...spill.keys()]),
    ],
  }
}
