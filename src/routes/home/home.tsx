import { useLocation } from 'react-router-dom'
import { useSession } from '../../auth/session/use-session.ts'
import { paths } from '../../navigation/paths.ts'
import { brandName } from '../../ui/brand.ts'
import { buttonClass } from '../../ui/class-names.ts'
import { Link } from '../../ui/link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SessionSwitch } from '../../ui/session-switch.tsx'
import { homeWords } from '#words/home'
import { FlowPicture } from './flow-picture.tsx'
import { SignedOutNotice } from './signed-out-notice.tsx'
import { TryAda } from './try-ada.tsx'
import { SignInFlows } from './sign-in-flows.tsx'
import '../../ui/css/home.css'

export function Component() {
  // Whoever signs out on this page arrives at it anew.
  const { key } = useLocation()
  return (
    <div className="home">
      <PageTitle>{brandName}</PageTitle>
      <SignedOutNotice key={key} />
      <section className="split hero">
        <div className="hero-text">
          <PageHeading>{homeWords.heading}</PageHeading>
          <p className="lead">{homeWords.intro}</p>
          <SessionSwitch
            session={useSession()}
            signedIn={<SignedInWay />}
            signedOut={<SignedOutWays />}
          />
          <TryAda />
        </div>
        <FlowPicture />
      </section>
      <SignInFlows />
      <ul className="points">
        {homeWords.points.map(({ heading, text }) => (
          <li key={heading} className="point">
            <h2>{heading}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <footer className="site-footer">
        <p>{homeWords.outro}</p>
        <Link className="link" to={paths.diagnostics()}>
          {homeWords.diagnostics}
        </Link>
      </footer>
    </div>
  )
}

function SignedOutWays() {
  return (
    <div className="actions">
      <Link className={buttonClass('primary', true)} to={paths.signUp()}>
        {homeWords.create}
      </Link>
      <Link className={buttonClass('plain', true)} to={paths.signIn()}>
        {homeWords.signIn}
      </Link>
    </div>
  )
}

function SignedInWay() {
  return (
    <div className="actions">
      <Link className={buttonClass('primary', true)} to={paths.profile()}>
        {homeWords.profile}
      </Link>
    </div>
  )
}
