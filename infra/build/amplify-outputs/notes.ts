import { webAddresses } from './addresses.ts'
import type { AmplifyOutputs } from './file.ts'

/** What `src/config/amplify-config.ts` asks for. */
const scopes = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin']

/** As Amplify writes `{entity_id}` into the file, and into the role's policy. */
const ownPrefix = 'users/${cognito-identity.amazonaws.com:sub}/*'

/**
 * What works in an Amplify project, and not with this app as the project stands. Each is a sentence
 * with what to change; the rest of the app works without it.
 */
export function findUnused({ auth = {}, storage }: AmplifyOutputs): string[] {
  const { oauth, username_attributes: usernames, standard_required_attributes: needed = [] } = auth
  const notes: string[] = []

  if (usernames && !usernames.includes('email')) {
    notes.push(
      'People sign in here with an e-mail address, and the pool takes none: loginWith.email in amplify/auth/resource.ts.',
    )
  }
  const unasked = needed.filter((name) => name !== 'email')
  if (unasked.length > 0) {
    notes.push(
      `The pool requires ${unasked.join(', ')} of whoever signs up, and the app’s form asks for an e-mail address only: people can sign in, and create their account by another way.`,
    )
  }
  const canSetUp = (auth.mfa_methods ?? []).some((method) => method !== 'SMS')
  if (auth.mfa_configuration === 'REQUIRED' && !canSetUp) {
    notes.push(
      'The pool requires a second factor, and in this app people set up an authenticator app or codes by e-mail: multifactor in amplify/auth/resource.ts.',
    )
  }
  const missing = scopes.filter((scope) => !(oauth?.scopes ?? scopes).includes(scope))
  if (oauth?.domain && missing.length > 0) {
    notes.push(
      `The domain will refuse to sign people in: the app asks for ${missing.join(', ')}, too. externalProviders.scopes in amplify/auth/resource.ts.`,
    )
  }
  if (oauth?.domain && webAddresses(oauth).isForApps) {
    notes.push(
      'There is no button that leads to the domain: the addresses to come back to are of another kind of app, and none is a web page’s. callbackUrls and logoutUrls in amplify/auth/resource.ts, as docs/amplify-gen2.md shows.',
    )
  }
  if (storage && !keepsOwnObjects(storage)) {
    notes.push(
      "Nobody may keep a profile: the bucket has no access rule for 'users/{entity_id}/*'. Add it to amplify/storage/resource.ts, as docs/amplify-gen2.md shows.",
    )
  }
  return notes
}

/** Older versions do not say what the rules are, so they get the benefit of the doubt. */
function keepsOwnObjects(storage: NonNullable<AmplifyOutputs['storage']>): boolean {
  const bucket = storage.buckets?.find(({ bucket_name: name }) => name === storage.bucket_name)
  if (!bucket?.paths) return true
  const actions = bucket.paths[ownPrefix]?.['entityidentity'] ?? []
  const reads = actions.includes('read') || (actions.includes('get') && actions.includes('list'))
  return reads && actions.includes('write') && actions.includes('delete')
}
