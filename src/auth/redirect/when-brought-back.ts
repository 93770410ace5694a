/** Long enough for a slow domain, short enough for whoever has pressed the browser's Stop. */
const timeoutMs = 20_000

/**
 * After the page has been told to leave: resolves where it is still there, because the browser kept
 * it and Back has brought it out again, or because it never got away.
 */
export function whenBroughtBack(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(settle, timeoutMs)
    window.addEventListener('pageshow', settle)

    function settle() {
      clearTimeout(timer)
      window.removeEventListener('pageshow', settle)
      resolve()
    }
  })
}
