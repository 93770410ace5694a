import type { Store } from '../core/store/store.ts'
import { credentialExpiries } from '../iam/temporary-credentials.ts'
import type { Expiry } from '../local-api/clock/expiry.ts'
import { codeExpiries } from '../user-pools/codes/codes.ts'
import type { UserPoolConfig } from '../user-pools/config.ts'
import { sessionExpiries } from '../user-pools/sign-in/sessions.ts'
import { tokenExpiries } from '../user-pools/tokens/token-family.ts'
import { temporaryPasswordExpiries } from '../user-pools/users/temporary-password.ts'

/** All that is alive and ends by the clock: what a person or a client has in hand. */
export function* expiriesOf(store: Store, pools: readonly UserPoolConfig[]): Generator<Expiry> {
  for (const atMs of codeExpiries(store)) yield { what: 'code', atMs }
  for (const atMs of sessionExpiries(store)) yield { what: 'session', atMs }
  for (const { accessAtMs, refreshAtMs } of tokenExpiries(store, pools)) {
    yield { what: 'access-token', atMs: accessAtMs }
    yield { what: 'refresh-token', atMs: refreshAtMs }
  }
  for (const table of ['identity-pools/credentials', 'sts/credentials']) {
    for (const atMs of credentialExpiries(store, table)) yield { what: 'credentials', atMs }
  }
  for (const atMs of temporaryPasswordExpiries(store, pools)) {
    yield { what: 'temporary-password', atMs }
  }
}
