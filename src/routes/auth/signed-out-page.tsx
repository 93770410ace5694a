import type { ComponentProps } from 'react'
import { useNavigation } from 'react-router-dom'
import { useSession } from '../../auth/session/use-session.ts'
import { SessionSwitch } from '../../ui/session-switch.tsx'
import { accountWords } from '#words/account'
import { AlreadySignedIn } from './sign-in/already-signed-in.tsx'
import { AuthPage } from './auth-page.tsx'

type Props = Omit<ComponentProps<typeof AuthPage>, 'heading'> &
  ComponentProps<typeof AlreadySignedIn>

/** For those who are signed out: whoever is signed in is told so, and can go on or switch. */
export function SignedOutPage({ page, children, ...props }: Props) {
  const session = useSession()
  const { state } = useNavigation()
  // On the way out after signing in, the form stays: the page that follows is what has changed.
  const shown = session === 'signed-in' && state !== 'idle' ? 'signed-out' : session
  return (
    <AuthPage
      {...props}
      heading={shown === 'signed-in' ? accountWords.signIn.alreadyHeading : props.title}
    >
      <SessionSwitch
        session={shown}
        signedIn={<AlreadySignedIn page={page} />}
        signedOut={children}
      />
    </AuthPage>
  )
}
