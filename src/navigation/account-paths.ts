import { paths } from './paths.ts'

const account = paths.account()

/** Below `/account`, one for each task. They are apart from the others, since no first page leads to them. */
export const accountPaths = {
  overview: () => account,
  personal: () => `${account}/personal`,
  email: () => `${account}/personal/email`,
  phone: () => `${account}/personal/phone`,
  security: () => `${account}/security`,
  password: () => `${account}/security/password`,
  authenticatorApp: () => `${account}/security/authenticator-app`,
  passkeys: () => `${account}/security/passkeys`,
  devices: () => `${account}/security/devices`,
  sessions: () => `${account}/security/sessions`,
  activity: () => `${account}/activity`,
  logins: () => `${account}/logins`,
  delete: () => `${account}/delete`,
  role: () => `${account}/role`,
  /** Where a fresh proof is asked for, before a change that a thief would make first. */
  prove: (query: { returnTo: string }) =>
    `${account}/confirm?${new URLSearchParams(query).toString()}`,
}
