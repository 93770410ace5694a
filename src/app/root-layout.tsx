import { useLayoutEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router-dom'
import { Announcer } from '../ui/announcer.tsx'
import { words } from '#words/words'
import { BusyNote } from './busy-note.tsx'
import { Header } from './header.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { useOneSubmission } from './use-one-submission.ts'

export function RootLayout() {
  useOneSubmission()
  useFocusOnHeading()
  return (
    <Announcer>
      <a className="skip-link" href="#content" onClick={skipToContent}>
        {words.skipToContent}
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <LanguageSwitch />
      <BusyNote />
      <ScrollRestoration />
    </Announcer>
  )
}

/**
 * A new page starts at its heading, or at what its address names in it; the page that was opened
 * first leaves focus to the browser. Before it is seen, or it would take the focus from whoever was quick.
 */
function useFocusOnHeading() {
  const { pathname, search, hash } = useLocation()
  const page = pathname + search
  const shown = useRef(page)
  useLayoutEffect(() => {
    if (shown.current === page) return
    shown.current = page
    const named = document.getElementById(hash.slice(1))
    const start = named ?? document.querySelector<HTMLElement>('#content h1')
    start?.focus({ preventScroll: true })
  }, [page, hash])
}

/** By script, since to the router the link would be a navigation. */
function skipToContent(event: React.MouseEvent) {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
