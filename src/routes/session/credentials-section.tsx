import type { TemporaryCredentials } from '../../auth/token/temporary-credentials.ts'
import { ProblemSummary, type ShownProblem } from '../../ui/problem-summary.tsx'
import { sessionWords as words } from '#words/session'
import { Section } from '../account/parts/section.tsx'
import { Expiry } from './expiry.tsx'
import { Secret } from './secret.tsx'

export interface ReadCredentials {
  problems: readonly ShownProblem[]
  /** Undefined where there is no identity pool, or where it refuses. */
  credentials?: TemporaryCredentials | undefined
}

interface Props extends ReadCredentials {
  /** Name of the role that the token prefers. */
  role: string | undefined
}

export function CredentialsSection({ problems, credentials, role }: Props) {
  return (
    <Section heading={words.credentials} intro={words.credentialsText}>
      {problems.length > 0 && <ProblemSummary problems={problems} />}
      {credentials ? (
        <dl className="session-facts">
          <Fact name={words.identity}>
            <code>{credentials.identityId}</code>
            <p>{words.identityText}</p>
          </Fact>
          <Fact name={words.role}>{role ?? words.roleOfEverybody}</Fact>
          <Fact name={words.expiry}>
            {credentials.expiresAtMs !== undefined && (
              <Expiry atMs={credentials.expiresAtMs} name={words.credentials} />
            )}
          </Fact>
          <Fact name={words.accessKey}>
            <Secret name={words.accessKey} text={credentials.accessKeyId} />
          </Fact>
          <Fact name={words.secretKey}>
            <Secret name={words.secretKey} text={credentials.secretAccessKey} />
          </Fact>
          {credentials.sessionToken !== undefined && (
            <Fact name={words.sessionToken}>
              <Secret name={words.sessionToken} text={credentials.sessionToken} />
            </Fact>
          )}
        </dl>
      ) : (
        problems.length === 0 && <p className="account-reason">{words.noCredentials}</p>
      )}
    </Section>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
