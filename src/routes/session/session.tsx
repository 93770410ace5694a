import './session.css'
import { redirect, useLoaderData } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import { endSession } from '../../auth/session/end-session.ts'
import { readToken } from '../../auth/token/read-token.ts'
import {
  readSessionTokens,
  renewTokens,
  revokeRefreshToken,
  type SessionTokens,
} from '../../auth/token/session-tokens.ts'
import { readTemporaryCredentials } from '../../auth/token/temporary-credentials.ts'
import { inspectionPaths } from '../../navigation/inspection-paths.ts'
import { paths } from '../../navigation/paths.ts'
import { reading } from '../../storage/storage-errors.ts'
import { Link } from '../../ui/link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { sessionWords as words } from '#words/session'
import { refuseOrLeave } from '../account/task.ts'
import { explainError } from '../auth/explain-error.ts'
import { shownStorageProblem } from '../profile/shown-problem.ts'
import { CredentialsSection, type ReadCredentials } from './credentials-section.tsx'
import { ClockAhead } from './expiry.tsx'
import { LocalTimeProvider, useClockOf, useLocalAws } from './local-clock.tsx'
import { ReadTokenForm } from './read-token-form.tsx'
import { RenewalSection, type RenewalAnswer } from './renewal.tsx'
import { findRights, RightsSection } from './rights-section.tsx'
import { TokenCard } from './token-card.tsx'

interface Loaded {
  tokens: SessionTokens
  read: ReadCredentials
}

export async function loader(_args: LoaderFunctionArgs): Promise<Loaded> {
  try {
    return { tokens: await readSessionTokens(), read: await readCredentials() }
  } catch (error) {
    if (explainError(error, 'account').key !== 'session-ended') throw error
    endSession()
    const returnTo = inspectionPaths.session()
    throw redirect(paths.signIn({ returnTo, notice: 'session-ended' }))
  }
}

/** The tokens are worth a look, too, where there are no credentials for them. */
async function readCredentials(): Promise<ReadCredentials> {
  try {
    return { problems: [], credentials: await readTemporaryCredentials() }
  } catch (error) {
    return { problems: [shownStorageProblem(error, reading)] }
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  try {
    switch (form.get('intent')) {
      case 'renew':
        return { problems: [], renewal: await renewTokens() } satisfies RenewalAnswer
      case 'revoke':
        await revokeRefreshToken()
        return { problems: [], isRevoked: true } satisfies RenewalAnswer
      default:
        return await findRights()
    }
  } catch (error) {
    return refuseOrLeave(error, 'account', request)
  }
}

/** `/session`: what AWS has given this browser, and what it is good for. */
export function Component() {
  const { tokens, read } = useLoaderData<Loaded>()
  const aws = useLocalAws()
  const time = useClockOf(aws)
  return (
    <LocalTimeProvider value={time}>
      <div className="session-page">
        <PageTitle>{words.title}</PageTitle>
        <header className="account-header">
          <PageHeading>{words.title}</PageHeading>
          <p>{words.intro}</p>
          <p>
            <Link className="link" to={inspectionPaths.flow()}>
              {words.flow}
            </Link>
          </p>
        </header>
        <section aria-labelledby="tokens">
          <h2 id="tokens">{words.tokens}</h2>
          <ClockAhead />
          <div className="token-cards">
            <TokenCard kind="id" text={tokens.id} />
            <TokenCard kind="access" text={tokens.access} />
            <TokenCard kind="refresh" text={tokens.refresh} />
          </div>
        </section>
        <RenewalSection />
        <CredentialsSection {...read} role={roleOf(tokens.id)} />
        {read.credentials && (
          <RightsSection identityId={read.credentials.identityId} log={aws?.log} />
        )}
        <ReadTokenForm />
      </div>
    </LocalTimeProvider>
  )
}

function roleOf(idToken: string): string | undefined {
  const role = readToken(idToken)?.claims?.['cognito:preferred_role']
  return typeof role === 'string' ? role.replace(/^.*\//, '') : undefined
}
