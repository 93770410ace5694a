import type { ManagedLoginContext } from './context.ts'
import { addPasskey, showAddPasskey } from './endpoints/add-passkey.ts'
import { showIcon, showPasskeyScript, showStyle } from './endpoints/assets.ts'
import { giveAuthEventFeedback } from './endpoints/auth-event-feedback.ts'
import { authorize } from './endpoints/authorize.ts'
import { changePassword, showChangePassword } from './endpoints/sign-in/change-password.ts'
import { resetPassword, showResetPassword } from './endpoints/confirm-forgot-password.ts'
import { confirmUser, showConfirmUser } from './endpoints/confirm-user.ts'
import { chooseFactor, showChooseFactor } from './endpoints/sign-in/select-mfa.ts'
import { proveSecondFactor, showSecondFactor } from './endpoints/sign-in/mfa.ts'
import { setUpFactor, showSetUp } from './endpoints/sign-in/set-up-mfa.ts'
import { showError } from './endpoints/error.ts'
import { sendResetCode, showForgotPassword } from './endpoints/forgot-password.ts'
import { idpPost, idpResponse } from './endpoints/idp-response.ts'
import { enterOneTimeCode, showOneTimeCode } from './endpoints/sign-in/one-time-code.ts'
import { provePasskey, showPasskey } from './endpoints/sign-in/passkey.ts'
import { enterPassword, showPassword } from './endpoints/sign-in/password.ts'
import { selectFactor, showSelectFactor } from './endpoints/sign-in/select-factor.ts'
import { login, showLogin } from './endpoints/sign-in/login.ts'
import { logout } from './endpoints/logout.ts'
import { revoke } from './endpoints/revoke.ts'
import { createAccount, showSignUp } from './endpoints/sign-up.ts'
import { token } from './endpoints/token.ts'
import { userInfo } from './endpoints/user-info.ts'

type Endpoint = (request: Request, ctx: ManagedLoginContext) => Promise<Response>

type Route = Readonly<Partial<Record<'GET' | 'POST', Endpoint>>>

/** What people see: answers, and refuses, with pages and redirects. */
export const pageRoutes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/oauth2/authorize', { GET: authorize }],
  ['/oauth2/idpresponse', { GET: idpResponse, POST: idpPost }],
  ['/login', { GET: showLogin, POST: login }],
  ['/signup', { GET: showSignUp, POST: createAccount }],
  ['/confirmUser', { GET: showConfirmUser, POST: confirmUser }],
  ['/forgotPassword', { GET: showForgotPassword, POST: sendResetCode }],
  ['/confirmForgotPassword', { GET: showResetPassword, POST: resetPassword }],
  // AWS documents it in both spellings.
  ['/confirmforgotPassword', { GET: showResetPassword, POST: resetPassword }],
  ['/changePassword', { GET: showChangePassword, POST: changePassword }],
  ['/selectFactor', { GET: showSelectFactor, POST: selectFactor }],
  ['/password', { GET: showPassword, POST: enterPassword }],
  ['/oneTimeCode', { GET: showOneTimeCode, POST: enterOneTimeCode }],
  ['/passkey', { GET: showPasskey, POST: provePasskey }],
  ['/passkeys/add', { GET: showAddPasskey, POST: addPasskey }],
  ['/mfa', { GET: showSecondFactor, POST: proveSecondFactor }],
  ['/selectMfa', { GET: showChooseFactor, POST: chooseFactor }],
  ['/setUpMfa', { GET: showSetUp, POST: setUpFactor }],
  ['/authEventFeedback', { GET: giveAuthEventFeedback }],
  ['/logout', { GET: logout }],
  ['/error', { GET: showError }],
  ['/managed-login/style.css', { GET: showStyle }],
  ['/managed-login/passkey.js', { GET: showPasskeyScript }],
  ['/managed-login/icon.svg', { GET: showIcon }],
])

/** What programs call, from any origin: answers, and refuses, with JSON. */
export const jsonRoutes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/oauth2/token', { POST: token }],
  ['/oauth2/userInfo', { GET: userInfo, POST: userInfo }],
  ['/oauth2/revoke', { POST: revoke }],
])
