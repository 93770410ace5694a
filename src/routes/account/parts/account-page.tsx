import type { ReactNode } from 'react'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Link, NavLink } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { accountCentreWords as words } from '#words/account-centre'

interface Props {
  title: string
  intro?: string
  hasProblem?: boolean
  /** Whether it is a task of the security page, or of another, which it leads back to. */
  isTask?: boolean
  partOf?: keyof typeof parents
  children: ReactNode
}

const parents = {
  security: { path: accountPaths.security, back: words.back },
  personal: { path: accountPaths.personal, back: words.backToPersonal },
}

/** The frame of all pages below `/account`. */
export function AccountPage({
  title,
  intro,
  hasProblem = false,
  isTask = false,
  partOf = 'security',
  children,
}: Props) {
  return (
    <div className="account-page">
      <PageTitle hasProblem={hasProblem}>{title}</PageTitle>
      <nav className="account-nav" aria-label={words.nav.label}>
        <ul>
          <Item to={accountPaths.overview()} label={words.nav.overview} isExact />
          <Item to={accountPaths.personal()} label={words.nav.personal} />
          <Item to={accountPaths.security()} label={words.nav.security} />
          <Item to={accountPaths.logins()} label={words.nav.logins} />
          <Item to={accountPaths.delete()} label={words.nav.delete} />
        </ul>
      </nav>
      <div className="account-main">
        <header className="account-header">
          {isTask && (
            <Link className="link account-back" to={parents[partOf].path()}>
              {parents[partOf].back}
            </Link>
          )}
          <PageHeading>{title}</PageHeading>
          {intro && <p>{intro}</p>}
        </header>
        {children}
      </div>
    </div>
  )
}

function Item({ to, label, isExact = false }: { to: string; label: string; isExact?: boolean }) {
  return (
    <li>
      <NavLink to={to} end={isExact}>
        {label}
      </NavLink>
    </li>
  )
}
