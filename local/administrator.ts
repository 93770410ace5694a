import { toBase64 } from './core/encoding/base64.ts'
import { randomBase32, type Random } from './core/ports/random.ts'
import { keptTable } from './core/store/kept-tables.ts'
import type { Store } from './core/store/store.ts'
import type { Credentials, IamUser } from './iam/policy/policy.ts'

export interface AccessKey {
  accessKeyId: string
  secretAccessKey: string
}

const administratorTable = keptTable('installation/administrator')
const administratorIdTable = keptTable('installation/administrator-id')

/**
 * A user of this installation who may do anything: for scripts, the AWS CLI and the SDKs. The key is
 * random, made at the first start and the same ever after, unless one is given.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
 */
export function createAdministrator(
  { store, random }: { store: Store; random: Random },
  accountId: string,
  given: AccessKey | undefined,
): AccessKey & { resolveCredentials: (accessKeyId: string) => Credentials | undefined } {
  const key = given ?? keptKey(store, random)
  const credentials: Credentials = { ...key, principal: userOf(accountId, keptId(store, random)) }
  return {
    ...key,
    resolveCredentials: (accessKeyId) =>
      accessKeyId === key.accessKeyId ? credentials : undefined,
  }
}

function keptKey(store: Store, random: Random): AccessKey {
  const keys = store.table<AccessKey>(administratorTable)
  const known = keys.get('key')
  if (known) return known
  const key = {
    accessKeyId: `AKIA${randomBase32(random, 16)}`,
    secretAccessKey: toBase64(random.bytes(30)),
  }
  keys.set('key', key)
  return key
}

/** IAM's own for a user, e.g. `AIDAEXAMPLEEXAMPLE234`. */
function keptId(store: Store, random: Random): string {
  const ids = store.table<string>(administratorIdTable)
  const known = ids.get('id')
  if (known !== undefined) return known
  const id = `AIDA${randomBase32(random, 17)}`
  ids.set('id', id)
  return id
}

function userOf(accountId: string, id: string): IamUser {
  const name = 'administrator'
  const arn = `arn:aws:iam::${accountId}:user/${name}`
  const anything = { effect: 'Allow', actions: ['*'], resources: ['*'], conditions: [] } as const
  return {
    user: { id, arn, policies: [{ statements: [anything] }] },
    context: {
      'aws:PrincipalAccount': accountId,
      'aws:PrincipalArn': arn,
      'aws:PrincipalType': 'User',
      'aws:userid': id,
      'aws:username': name,
    },
  }
}
