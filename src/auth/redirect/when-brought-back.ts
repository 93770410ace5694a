/** Long enough for a slow domain, short enough for whoever has pressed the browser's Stop. */
const timeoutMs = 20_000

/**
 * After the page has been told to leave: resolves where it is still there, because the browser kept
 * it and Back has brought it out again, because what took its place is gone (a provider's app that
 * was opened and cancelled) and the focus is back, or because it never got away.
 */
export function whenBroughtBack(): Promise<void> {
  return new Promise((resolve) => {
    const listening = new AbortController()
    const timer = setTimeout(settle, timeoutMs)
    window.addEventListener('pageshow', settle, listening)
    window.addEventListener('focus', settle, listening)
    document.addEventListener('visibilitychange', settleIfSeen, listening)

    function settleIfSeen() {
      if (document.visibilityState === 'visible') settle()
    }

    function settle() {
      clearTimeout(timer)
      listening.abort()
      resolve()
    }
  })
}
