import { browserStore, stores } from './browser-storage.ts'

/**
 * The steps of a sign-in, and of a redirect, which Amplify writes to Web Storage itself. Its tokens it
 * writes to what it is given.
 */
const steps =
  /^CognitoSignInState\.|\.(inflightOAuth|inflightOAuthDeadline|oauthState|oauthPKCE|oauthSignIn)$/

let isInstalled = false

/**
 * Where the browser's storage is full, or damaged, Amplify's steps go into the page's memory. Amplify has no
 * other place to put a store of one's own; whoever else writes is told that there is no room.
 */
export function spillSteps(): void {
  if (isInstalled) return
  isInstalled = true
  const proto = Storage.prototype
  // oxlint-disable-next-line typescript/unbound-method -- each is applied with its own `this`
  const { setItem, getItem, removeItem } = proto
  const read = (store: Storage, key: string) =>
    Reflect.apply<Storage, [string], string | null>(getItem, store, [key])
  proto.setItem = new Proxy(setItem, {
    apply(_, store: Storage, [key, value]: [string, string]) {
      const write = () => Reflect.apply(setItem, store, [key, value])
      if (!steps.test(key)) return write()
      spillOf(store).delete(key)
      try {
        write()
        if (read(store, key) === value) return
      } catch {
        // As good as lost.
      }
      spillOf(store).set(key, value)
    },
  })
  proto.getItem = new Proxy(getItem, {
    apply(_, store: Storage, [key]: [string]) {
      if (!steps.test(key)) return read(store, key)
      try {
        return spillOf(store).get(key) ?? read(store, key)
      } catch {
        return null
      }
    },
  })
  proto.removeItem = new Proxy(removeItem, {
    apply(_, store: Storage, [key]: [string]) {
      const remove = () => Reflect.apply(removeItem, store, [key])
      if (!steps.test(key)) return remove()
      spillOf(store).delete(key)
      try {
        remove()
      } catch {
        // Nothing is there that could be read either.
      }
    },
  })
}

function spillOf(store: Storage): Map<string, string> {
  return (store === browserStore('localStorage') ? stores.localStorage : stores.sessionStorage)
    .spill
}
