/**
 * `VITE_SIGN_IN=redirect` leaves the app without a form for passwords: people sign in at the domain
 * and with its providers, and come back. It is the app's own business, no part of a stack, so it is in
 * `.env.local` or the environment of a build and not in `/config.json`.
 */
export const isRedirectOnly = import.meta.env.VITE_SIGN_IN === 'redirect'

declare global {
  // Named, since a build puts all that it knows where a key is looked up.
  interface ImportMetaEnv {
    readonly VITE_SIGN_IN?: string
  }
}
