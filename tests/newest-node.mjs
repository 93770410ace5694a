import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `npm run test:newest-node`: what of the tests touches Node itself, once more on the newest release that
 * the npm registry has as a package. See docs/decisions/0006-the-newest-node-runs-what-touches-node.md.
 */
const folder = join(import.meta.dirname, '../node_modules/.cache/newest-node')
const node = join(folder, 'node_modules/node/bin/node')

/** Sockets, streams, files and cryptography, by the clients that speak to them. */
const touchesNode = [
  'tests/contract/amplify',
  'tests/routes/home',
  'tests/unit/local/core/store',
  'tests/unit/local/node/archive',
  'tests/contract/user-pools/sign-in/one-time-code.test.ts',
  'tests/contract/user-pools/sign-in/one-time-code-refusals.test.ts',
  'tests/contract/user-pools/sign-in/passkeys.test.ts',
  'tests/contract/user-pools/sign-in/sign-in-srp.test.ts',
  'tests/contract/user-pools/sign-in/sign-in-srp-refusals.test.ts',
  'tests/contract/user-pools/sign-in/software-token.test.ts',
  'tests/contract/user-pools/administration/admin-signatures.test.ts',
  'tests/contract/managed-login/oauth/authorize.test.ts',
  'tests/contract/social-providers/apple.test.ts',
  'tests/contract/social-providers/google.test.ts',
  'tests/contract/social-providers/google-accounts.test.ts',
  'tests/contract/social-providers/security.test.ts',
  'tests/contract/social-providers/code-security.test.ts',
  'tests/contract/s3/multipart.test.ts',
  'tests/wire/listeners.test.ts',
  'tests/wire/listener-bodies.test.ts',
  'tests/wire/s3/http.test.ts',
]

mkdirSync(folder, { recursive: true })
run('npm', [
  'install',
  '--prefix',
  folder,
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  'node@latest',
])
run(node, ['--version'])
run(node, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project=node',
  '--project=amplify',
  '--project=dom',
  ...touchesNode,
])

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}
