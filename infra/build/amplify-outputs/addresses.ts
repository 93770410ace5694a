import type { AmplifyOutputs } from './file.ts'
import { parseUrl } from '../../../local/core/encoding/parse-url.ts'

type OAuth = NonNullable<AmplifyOutputs['auth']>['oauth']

interface Addresses {
  signIn: string[]
  signOut: string[]
  /** Whether addresses are registered, but none that a page can have. */
  isForApps: boolean
}

/** A project can have a phone app beside this one, whose addresses (`myapp://callback`) no page has. */
export function webAddresses(oauth: OAuth): Addresses {
  const { redirect_sign_in_uri: signIn = [], redirect_sign_out_uri: signOut = [] } = oauth ?? {}
  const isForApps = [signIn, signOut].some((list) => list.length > 0 && !list.some(isOfWeb))
  return { signIn: signIn.filter(isOfWeb), signOut: signOut.filter(isOfWeb), isForApps }
}

function isOfWeb(address: string): boolean {
  return /^https?:\/\//i.test(address) && parseUrl(address) !== undefined
}
