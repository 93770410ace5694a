import { Form } from 'react-router-dom'
import { readLogins, type LinkedLogin, type Logins as Held } from '../../../auth/account/logins.ts'
import { providerAccounts } from '../../../auth/account/provider-accounts.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { paths } from '../../../navigation/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { buttonClass } from '../../../ui/class-names.ts'
import { useEnvironment } from '../../../ui/environment.tsx'
import { Link } from '../../../ui/link.tsx'
import { ProviderMark } from '../../../ui/provider-mark.tsx'
import { loginsWords as words } from '#words/account-logins'
import { AccountPage } from '../parts/account-page.tsx'
import { Row, Section } from '../parts/section.tsx'
import { When } from '../parts/when.tsx'
import type { Task } from '../task.ts'

/** `/account/logins`: nothing is changed here, since Cognito has no operation for it that people may call. */
export const logins: Task = {
  load: async () => <Logins held={await readLogins()} />,
}

function Logins({ held }: { held: Held }) {
  const { me, hasPassword, linked } = held
  const { provider } = me
  return (
    <AccountPage title={words.title} intro={words.intro}>
      <Section heading={words.yours}>
        <Row
          title={words.password}
          state={hasPassword === false ? words.none : words.set}
          isGood={hasPassword !== false}
          text={provider === undefined ? words.passwordText : words.passwordProvider(provider)}
        >
          {provider === undefined && (
            <Link className={buttonClass()} to={accountPaths.password()}>
              {words.managePassword}
            </Link>
          )}
        </Row>
        {linked.map((login) => (
          <LoginRow key={`${login.provider} ${login.userId}`} login={login} me={held.me} />
        ))}
        {linked.length === 0 && <p className="account-reason">{words.noneLinked}</p>}
      </Section>
      <Others held={held} />
      <Section heading={words.unlink}>
        <p className="account-reason">{words.unlinkText}</p>
        <p className="account-reason">
          {provider === undefined ? words.unlinkMeanwhile : words.unlinkOnly(provider)}
        </p>
      </Section>
    </AccountPage>
  )
}

function LoginRow({ login, me }: { login: LinkedLogin; me: Held['me'] }) {
  const { provider, userId, linkedAtMs } = login
  const address = providerAccounts[provider]?.connections
  return (
    <Row
      title={provider}
      state={words.linked}
      isGood
      mark={me.provider === provider ? words.thisOne : undefined}
      text={
        <>
          {words.id} <code>{userId}</code>
          {linkedAtMs !== undefined && (
            <>
              {' · '}
              {words.since} <When atMs={linkedAtMs} />
            </>
          )}
        </>
      }
    >
      {address !== undefined && (
        <a className={buttonClass()} href={address} target="_blank" rel="noreferrer">
          {words.atProvider(provider)}
        </a>
      )}
    </Row>
  )
}

/** Linking is signing in there: the pool takes a provider's account for this one by its address. */
function Others({ held: { me, linked, verifiedEmail } }: { held: Held }) {
  const { signInRedirect } = useEnvironment()
  const providers = signInRedirect?.providers.filter(
    (name) => !linked.some(({ provider }) => provider === name),
  )
  if (!providers || providers.length === 0) return null
  const reason =
    me.provider !== undefined
      ? words.notForProvider(me.provider)
      : verifiedEmail === ''
        ? words.needsAddress
        : undefined
  return (
    <Section heading={words.another} intro={reason ?? words.anotherText(verifiedEmail)}>
      {reason === undefined &&
        providers.map((provider) => <Other key={provider} provider={provider} />)}
    </Section>
  )
}

function Other({ provider }: { provider: string }) {
  const mayLink = providerAccounts[provider]?.saysVerified ?? true
  return (
    <Row title={provider} text={mayLink ? words.how(provider) : words.never(provider)}>
      {mayLink && (
        <Form method="post" action={paths.signOut()}>
          <input type="hidden" name="next" value="sign-in" />
          <input type="hidden" name="returnTo" value={accountPaths.logins()} />
          <Button type="submit">
            <ProviderMark provider={provider} /> {words.link(provider)}
          </Button>
        </Form>
      )}
    </Row>
  )
}
