import { Amplify, createAmplifyContext } from 'aws-amplify'
import type { AmplifyContext } from 'aws-amplify'
import { createUserPoolsTokenProvider } from 'aws-amplify/adapter-core'
import * as amplify from 'aws-amplify/auth'
import { cognitoUserPoolsTokenProvider, DefaultTokenStore } from 'aws-amplify/auth/cognito'
import { loadAuth } from '../load-auth.ts'
import { notifySessionChanged } from '../session/session.ts'
import { outcomeOf, type SignInOutcome } from '../sign-in-outcome.ts'
import { revokeToken } from './call-user-pool.ts'
import { readMe } from './me.ts'

interface Proof {
  context: AmplifyContext
  /** Where its tokens come to lie. */
  store: DefaultTokenStore
}

/** A sign-in beside the session, which stays as it is until that has succeeded. */
let proof: Proof | undefined

/**
 * Has the person of this session sign in once more, by SRP. The tokens of that sign-in then take the
 * place of the session's, which are revoked. See `docs/decisions/0150-fresh-proof.md`.
 */
export async function proveByPassword(password: string): Promise<SignInOutcome> {
  await loadAuth()
  const { username } = await readMe()
  proof = begin()
  return finish(proof, await amplify.signIn(proof.context, { username, password }))
}

/**
 * Goes on with it where the account asks for more than a password.
 *
 * @throws SignInException where none is under way: a reload forgets it.
 */
export async function answerProof(answer: string): Promise<SignInOutcome> {
  await loadAuth()
  if (!proof) throw new amplify.AuthError({ name: 'SignInException', message: '' })
  return finish(proof, await amplify.confirmSignIn(proof.context, { challengeResponse: answer }))
}

function begin(): Proof {
  const { Auth } = Amplify.getConfig()
  if (!Auth) throw new Error('configureAmplify() comes first.')
  const storage = inMemory()
  const tokenProvider = createUserPoolsTokenProvider(Auth, storage)
  const store = new DefaultTokenStore()
  store.setAuthConfig(Auth)
  store.setKeyValueStorage(storage)
  return { context: createAmplifyContext({ Auth }, { Auth: { tokenProvider } }), store }
}

async function finish({ store }: Proof, signedIn: amplify.SignInOutput): Promise<SignInOutcome> {
  const outcome = outcomeOf(signedIn)
  if (outcome.step !== 'done') return outcome
  proof = undefined
  const session = cognitoUserPoolsTokenProvider.authTokenStore
  const [before, proved] = await Promise.all([session.loadTokens(), store.loadTokens()])
  // Meanwhile this tab may have been signed out, or somebody else have signed in.
  if (!before || !proved || before.idToken?.payload.sub !== proved.idToken?.payload.sub) {
    throw new amplify.AuthError({ name: 'UserUnAuthenticatedException', message: '' })
  }
  const { accessToken, idToken, refreshToken, clockDrift, deviceMetadata } = proved
  // What was typed at the sign-in is kept: here it was the username of the token.
  await session.storeTokens({
    ...before,
    accessToken,
    clockDrift,
    ...(idToken && { idToken }),
    ...(refreshToken !== undefined && { refreshToken }),
    ...(deviceMetadata && { deviceMetadata }),
  })
  notifySessionChanged()
  // Whether it works or not, the old tokens lie nowhere any more.
  if (before.refreshToken) await revokeToken(before.refreshToken).catch(() => undefined)
  return outcome
}

/** What Amplify keeps of the device that somebody signs in on. */
const ofDevice = /\.(deviceKey|deviceGroupKey|randomPasswordKey)$/

/** But for the device: a second one would be made of it, and the session's tokens are those of one. */
function inMemory() {
  const items = new Map<string, string>()
  const session = cognitoUserPoolsTokenProvider.authTokenStore.getKeyValueStorage()
  return {
    getItem: async (key: string) =>
      items.get(key) ?? (ofDevice.test(key) ? await session.getItem(key) : null),
    setItem: (key: string, value: string) => Promise.resolve(void items.set(key, value)),
    removeItem: (key: string) => Promise.resolve(void items.delete(key)),
    clear: () => Promise.resolve(items.clear()),
  }
}
