import type { ComponentProps } from 'react'
import { useHref, useLinkClickHandler, useLocation } from 'react-router-dom'
import type { To } from 'react-router-dom'

interface Props extends Omit<ComponentProps<'a'>, 'href' | 'target'> {
  /** Somewhere in the app. */
  to: To
}

/**
 * What a click does is the router's. Its own `Link` can fetch ahead besides, for a framework that this
 * app is not built with, and that would be 2 kB of each first page (decision 0073).
 *
 * @see https://reactrouter.com/api/hooks/useLinkClickHandler
 */
export function Link({ to, onClick, ...rest }: Props) {
  const follow = useLinkClickHandler(to)
  return (
    <a
      {...rest}
      href={useHref(to)}
      onClick={(event) => {
        onClick?.(event)
        if (!event.defaultPrevented) follow(event)
      }}
    />
  )
}

interface NavProps extends Props {
  to: string
  /** Whether it is marked on its own page alone, and not on those below it. */
  end?: boolean
}

/** Marked where one is. */
export function NavLink({ end = false, ...link }: NavProps) {
  const { pathname } = useLocation()
  const isHere = pathname === link.to || (!end && pathname.startsWith(`${link.to}/`))
  return <Link {...link} aria-current={isHere ? 'page' : undefined} />
}
