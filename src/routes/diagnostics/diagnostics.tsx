import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useLoaderData, useLocation, useRevalidator } from 'react-router-dom'
import { checkIds, type CheckId } from '../../doctor/finding.ts'
import { begin, type Configured } from './begin.ts'
import { DiagnosticsPage } from './diagnostics-page.tsx'

/** The page with the real checks. The address may name one, which then goes first. */
export function Component() {
  const configured = useLoaderData<Configured>()
  const { revalidate, state } = useRevalidator()
  const asked = useAsked()
  const [first] = useState(asked)
  const start = useCallback(() => begin(configured, first), [configured, first])
  useNewStart(configured)
  return (
    <DiagnosticsPage
      checks={checkIds}
      asked={asked}
      start={start}
      isStarting={state !== 'idle'}
      onAgain={() => void revalidate()}
    />
  )
}

/** The check that the address names, which takes focus whenever it is gone to. */
function useAsked(): CheckId | undefined {
  const { hash, key } = useLocation()
  const asked = checkIds.find((id) => hash === `#${id}`)
  useLayoutEffect(() => {
    const finding = asked === undefined ? null : document.getElementById(asked)
    finding?.focus({ preventScroll: true })
    finding?.scrollIntoView()
  }, [asked, key])
  return asked
}

/** Amplify goes on with what it was given at first, so another configuration takes a new start. */
function useNewStart(configured: Configured): void {
  const [first] = useState(() => JSON.stringify(configured))
  const isNew = JSON.stringify(configured) !== first
  useEffect(() => {
    if (isNew) window.location.reload()
  }, [isNew])
}
