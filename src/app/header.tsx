import { useEffect, useRef } from 'react'
import { Form, useNavigation } from 'react-router-dom'
import { useSession } from '../auth/session/use-session.ts'
import { paths } from '../navigation/paths.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { buttonClass } from '../ui/class-names.ts'
import { useEnvironment } from '../ui/environment.tsx'
import { Link, NavLink } from '../ui/link.tsx'
import { Logo } from '../ui/logo.tsx'
import { SessionSwitch } from '../ui/session-switch.tsx'
import { words } from '#words/words'

export function Header() {
  const { isLocal } = useEnvironment()
  const session = useSession()
  useSignedOutNotice(session)
  return (
    <header className="site-header">
      <div className="site-header-inner">
        <Link className="brand" to={paths.home()}>
          <Logo />
          <span className="brand-name">{words.product}</span>
        </Link>
        {isLocal && <LocalNote />}
        <nav aria-label={words.nav.label}>
          <SessionSwitch
            session={session}
            signedIn={<SignedInLinks />}
            signedOut={<SignedOutLinks />}
          />
        </nav>
      </div>
    </header>
  )
}

/** Leads to the inbox, as soon as it is known where that is. */
function LocalNote() {
  const { inboxUrl } = useEnvironment()
  const { local, localTitle, inbox } = words.nav
  return (
    <a
      className="local-note"
      href={inboxUrl}
      target="_blank"
      rel="noopener"
      title={localTitle}
      aria-label={inboxUrl === undefined ? undefined : inbox}
    >
      {local}
    </a>
  )
}

/** The button that was pressed is gone, and on the same page nothing else says that it worked. */
function useSignedOutNotice(session: ReturnType<typeof useSession>) {
  const announce = useAnnounce()
  const last = useRef(session)
  useEffect(() => {
    const hasSignedOut = last.current === 'signed-in' && session === 'signed-out'
    last.current = session
    if (!hasSignedOut) return
    announce(words.nav.signedOut)
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true })
  }, [announce, session])
}

function SignedOutLinks() {
  return (
    <div className="nav-links">
      <NavLink className="nav-link" to={paths.signIn()}>
        {words.nav.signIn}
      </NavLink>
      <Link className={`${buttonClass('primary')} nav-spare`} to={paths.signUp()}>
        {words.nav.signUp}
      </Link>
    </div>
  )
}

function SignedInLinks() {
  const { formAction } = useNavigation()
  return (
    <div className="nav-links">
      <NavLink className="nav-link" to={paths.profile()}>
        {words.nav.profile}
      </NavLink>
      <NavLink className="nav-link" to={paths.account()}>
        {words.nav.account}
      </NavLink>
      <Form method="post" action={paths.signOut()}>
        <Button type="submit" isBusy={formAction === paths.signOut()}>
          {words.nav.signOut}
        </Button>
      </Form>
    </div>
  )
}
