import { useEnvironment } from '../../ui/environment.tsx'
import { homeWords } from '#words/home'
import { BrowserIcon, IdentityPoolIcon, Stations, UserPoolIcon } from './flow-picture.tsx'

const icons = [<BrowserIcon />, <IdentityPoolIcon />, <UserPoolIcon />]
const directIcons = [<BrowserIcon />, <UserPoolIcon />]

/** Without a domain there is one way, and nothing to compare. */
export function SignInFlows() {
  const { signInRedirect } = useEnvironment()
  const { waysHeading, redirect, direct } = homeWords
  if (signInRedirect === null) return null
  return (
    <section className="sign-in-flows" aria-labelledby="sign-in-flows">
      <h2 id="sign-in-flows">{waysHeading}</h2>
      <div>
        <h3>{redirect.heading}</h3>
        <Stations stations={redirect.stations.map((name, at) => ({ name, icon: icons[at] }))} />
        <p>{redirect.text}</p>
      </div>
      <div>
        <h3>{direct.heading}</h3>
        <Stations stations={direct.stations.map((name, at) => ({ name, icon: directIcons[at] }))} />
        <p>{direct.text}</p>
      </div>
    </section>
  )
}
