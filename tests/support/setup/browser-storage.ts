declare global {
  /** Set by Vitest's environment `jsdom`. */
  var jsdom: { window: Pick<Window, 'localStorage' | 'sessionStorage'> } | undefined
}

/**
 * From Node 25 on there is a `localStorage` of Node's own, undefined without a file for it, and Vitest
 * puts jsdom's in no place that is taken.
 */
if (globalThis.jsdom) {
  const { localStorage, sessionStorage } = globalThis.jsdom.window
  for (const [name, value] of Object.entries({ localStorage, sessionStorage })) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  }
}
