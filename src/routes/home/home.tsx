import { Link } from 'react-router-dom'
import { useSession } from '../../auth/use-session.ts'
import { paths } from '../../navigation/paths.ts'
import { buttonClass } from '../../ui/class-names.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { SessionSwitch } from '../../ui/session-switch.tsx'
import { words } from '../../ui/wording/words.ts'
import { FlowPicture } from './flow-picture.tsx'

export function Component() {
  const { home } = words
  return (
    <div className="home">
      <PageTitle>{home.title}</PageTitle>
      <section className="hero">
        <div className="hero-text">
          <PageHeading>{home.heading}</PageHeading>
          <p className="lead">{home.intro}</p>
          <SessionSwitch
            session={useSession()}
            signedIn={<SignedInWay />}
            signedOut={<SignedOutWays />}
          />
        </div>
        <FlowPicture />
      </section>
      <ul className="points">
        {home.points.map(({ heading, text }) => (
          <li key={heading} className="point">
            <h2>{heading}</h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <footer className="site-footer">
        <p>{home.outro}</p>
      </footer>
    </div>
  )
}

function SignedOutWays() {
  return (
    <div className="actions">
      <Link className={buttonClass('primary', true)} to={paths.signUp()}>
        {words.home.create}
      </Link>
      <Link className={buttonClass('plain', true)} to={paths.signIn()}>
        {words.home.signIn}
      </Link>
    </div>
  )
}

function SignedInWay() {
  return (
    <div className="actions">
      <Link className={buttonClass('primary', true)} to={paths.profile()}>
        {words.home.profile}
      </Link>
    </div>
  )
}
