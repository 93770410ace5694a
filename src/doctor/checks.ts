import { account } from './checks/account.ts'
import { appClient } from './checks/app-client.ts'
import { bucket } from './checks/bucket.ts'
import { callbackUrl } from './checks/callback-url.ts'
import { clock } from './checks/clock.ts'
import { configuration } from './checks/configuration.ts'
import { cors } from './checks/cors.ts'
import { domain } from './checks/domain.ts'
import { identityPool } from './checks/identity-pool.ts'
import { region } from './checks/region.ts'
import { role } from './checks/role.ts'
import { signUp } from './checks/sign-up.ts'
import { storage } from './checks/storage.ts'
import { userPool } from './checks/user-pool.ts'
import type { Check } from './ports.ts'

/** In the order of `checkIds`: what others rest on comes first. */
export const checks: readonly Check[] = [
  configuration,
  region,
  storage,
  clock,
  userPool,
  appClient,
  signUp,
  account,
  domain,
  callbackUrl,
  identityPool,
  role,
  bucket,
  cors,
]
