import type { Clock } from '../core/ports/clock.ts'
import type { Random } from '../core/ports/random.ts'
import type { Store } from '../core/store/store.ts'
import type { Principal, Role, SessionCredentials } from '../iam/policy/policy.ts'
import { principalTagKeys } from '../iam/session-tags.ts'
import {
  createTemporaryCredentials,
  type Kept,
  type TemporaryCredentials,
} from '../iam/temporary-credentials.ts'
import { parseSessionPolicy } from './session-policy.ts'
import type { WebIdentity } from './web-identity.ts'

interface StsSession {
  roleArn: string
  sessionName: string
  identity: WebIdentity
  /** JSON, as it came. */
  policy?: string
}

export interface Sessions {
  issue: TemporaryCredentials<StsSession>['issue']
  /** Expired ones are found for a while: compare `expiresAtMs` before anything else. */
  resolve(accessKeyId: string): SessionCredentials | undefined
}

/** Sessions of roles that outside identities have assumed by themselves. */
export function createSessions(
  runtime: { store: Store; clock: Clock; random: Random },
  roles: () => readonly Role[],
): Sessions {
  const credentials = createTemporaryCredentials<StsSession>(runtime, 'sts/credentials')
  return {
    issue: (...given) => credentials.issue(...given),
    resolve(accessKeyId) {
      const kept = credentials.find(accessKeyId)
      const role = kept && roles().find(({ arn }) => arn === kept.roleArn)
      if (!kept || !role) return undefined
      const { secretAccessKey, sessionToken, expiresAtMs } = kept
      const principal = principalOf(kept, role)
      return { accessKeyId, secretAccessKey, sessionToken, expiresAtMs, principal }
    },
  }
}

function principalOf(session: Kept<StsSession>, role: Role): Principal {
  const { identity, sessionName, policy, issuedAtMs } = session
  const [, , , , account = ''] = role.arn.split(':')
  return {
    role,
    assumedRoleArn: assumedRoleArn(role, sessionName),
    context: {
      ...identity.context,
      ...principalTagKeys(identity.tags ?? {}),
      'aws:FederatedProvider': identity.provider,
      'aws:PrincipalAccount': account,
      'aws:PrincipalArn': role.arn,
      'aws:PrincipalType': 'AssumedRole',
      'aws:TokenIssueTime': new Date(issuedAtMs).toISOString(),
      'aws:userid': `${role.id}:${sessionName}`,
    },
    ...(policy !== undefined && { sessionPolicies: [parseSessionPolicy(policy)] }),
  }
}

export function assumedRoleArn({ arn, name }: Role, sessionName: string): string {
  const [, partition = '', , , account = ''] = arn.split(':')
  return `arn:${partition}:sts::${account}:assumed-role/${name}/${sessionName}`
}
