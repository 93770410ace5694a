import { toBase64 } from '../core/encoding/base64.ts'
import type { Clock } from '../core/ports/clock.ts'
import { randomBase32, type Random } from '../core/ports/random.ts'
import type { Role, SessionCredentials } from '../iam/policy/policy.ts'
import type { FunctionConfig } from './config.ts'

export interface FunctionCredentials {
  /** Undefined when there is no such role. */
  issue(config: FunctionConfig): Omit<SessionCredentials, 'principal'> | undefined
  resolve(accessKeyId: string): SessionCredentials | undefined
}

interface Issued extends Omit<SessionCredentials, 'principal'> {
  functionName: string
  roleArn: string
  issuedAtMs: number
}

const lifetimeMs = 3_600_000

/**
 * What functions sign with: temporary credentials of their role. They are kept in memory alone,
 * since no function outlives the process.
 */
export function createFunctionCredentials(
  { clock, random }: { clock: Clock; random: Random },
  roles: () => readonly Role[],
): FunctionCredentials {
  const issued = new Map<string, Issued>()
  const findRole = (arn: string) => roles().find((role) => role.arn === arn)

  return {
    issue({ name, roleArn }) {
      if (!findRole(roleArn)) return undefined
      const issuedAtMs = clock.now()
      for (const [key, { expiresAtMs }] of issued) if (expiresAtMs <= issuedAtMs) issued.delete(key)
      const credentials = {
        accessKeyId: `ASIA${randomBase32(random, 16)}`,
        secretAccessKey: toBase64(random.bytes(30)),
        sessionToken: toBase64(random.bytes(240)),
        expiresAtMs: issuedAtMs + lifetimeMs,
      }
      issued.set(credentials.accessKeyId, {
        ...credentials,
        functionName: name,
        roleArn,
        issuedAtMs,
      })
      return credentials
    },
    resolve(accessKeyId) {
      const found = issued.get(accessKeyId)
      const role = found && findRole(found.roleArn)
      if (!found || !role) return undefined
      const { functionName, roleArn: _, issuedAtMs, ...credentials } = found
      return { ...credentials, principal: principalOf(role, functionName, issuedAtMs) }
    },
  }
}

/** Lambda takes the role in a session that has the function's name. */
function principalOf(
  role: Role,
  functionName: string,
  issuedAtMs: number,
): SessionCredentials['principal'] {
  const [, partition = '', , , account = ''] = role.arn.split(':')
  return {
    role,
    assumedRoleArn: `arn:${partition}:sts::${account}:assumed-role/${role.name}/${functionName}`,
    context: {
      'aws:PrincipalAccount': account,
      'aws:PrincipalArn': role.arn,
      'aws:PrincipalType': 'AssumedRole',
      'aws:TokenIssueTime': new Date(issuedAtMs).toISOString(),
      'aws:userid': `${role.id}:${functionName}`,
    },
  }
}
