import { afterEach } from 'vitest'
import { test } from '../stand-in.ts'

/** Each test is a browser of its own. */
afterEach(() => {
  window.localStorage.clear()
  window.sessionStorage.clear()
})

export { test }
