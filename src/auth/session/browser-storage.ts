type Place = 'localStorage' | 'sessionStorage'

const memory = new Map<string, string>()

/** The browser's stores that may be used: with site data blocked, touching one throws. */
export function findStores(places: readonly Place[]): Storage[] {
  return places.flatMap((place) => {
    try {
      return [window[place]]
    } catch {
      return []
    }
  })
}

/** This tab's own notes; where the browser keeps none they last until the page is left. */
export const tabNotes = {
  get(key: string): string | undefined {
    const [store] = findStores(['sessionStorage'])
    return (store ? store.getItem(key) : memory.get(key)) ?? undefined
  },
  set(key: string, value: string): void {
    const [store] = findStores(['sessionStorage'])
    if (store) store.setItem(key, value)
    else memory.set(key, value)
  },
  remove(key: string): void {
    const [store] = findStores(['sessionStorage'])
    if (store) store.removeItem(key)
    else memory.delete(key)
  },
}
