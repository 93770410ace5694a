import { browserStore, stores } from './browser-storage.ts'

/**
 * The steps of a sign-in, and of a redirect, which Amplify writes to Web Storage itself. Its tokens it
 * writes to what it is given.
 */
const steps =
  /^CognitoSignInState\.|\.(inflightOAuth|inflightOAuthDeadline|oauthState|oauthPKCE|oauthSignIn)$/

let isInstalled = false

/**
 * Where the browser's storage is full, Amplify's steps go into the page's memory. Amplify has no other
 * place to put a store of one's own; whoever else writes is told that there is no room.
 */
export function spillSteps(): void {
  if (isInstalled) return
  isInstalled = true
  const proto = Storage.prototype
  // oxlint-disable-next-line typescript/unbound-method -- applied with its own `this`
  proto.setItem = new Proxy(proto.setItem, {
    apply(setItem, store: Storage, [key, value]: [string, string]) {
      try {
        Reflect.apply(setItem, store, [key, value])
        if (steps.test(key)) spillOf(store).delete(key)
      } catch (error) {
        if (!steps.test(key)) throw error
        spillOf(store).set(key, value)
      }
    },
  })
  // oxlint-disable-next-line typescript/unbound-method -- applied with its own `this`
  proto.getItem = new Proxy(proto.getItem, {
    apply: (getItem, store: Storage, [key]: [string]) =>
      (steps.test(key) ? spillOf(store).get(key) : undefined) ??
      Reflect.apply<Storage, [string], string | null>(getItem, store, [key]),
  })
  // oxlint-disable-next-line typescript/unbound-method -- applied with its own `this`
  proto.removeItem = new Proxy(proto.removeItem, {
    apply(removeItem, store: Storage, [key]: [string]) {
      if (steps.test(key)) spillOf(store).delete(key)
      Reflect.apply(removeItem, store, [key])
    },
  })
}

function spillOf(store: Storage): Map<string, string> {
  return (store === browserStore('localStorage') ? stores.localStorage : stores.sessionStorage)
    .spill
}
