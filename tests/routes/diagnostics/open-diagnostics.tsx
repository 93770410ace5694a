import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useCallback, useState } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import type { CheckId, Finding } from '../../../src/doctor/finding.ts'
import { DiagnosticsPage } from '../../../src/routes/diagnostics/diagnostics-page.tsx'
import { Announcer } from '../../../src/ui/announcer.tsx'

// As index.html says.
document.documentElement.lang = 'en'

/** Checks that find what the test tells them to, when it tells them to. */
export function fakeRun() {
  const told: (Finding | 'end')[] = []
  const runs = { count: 0 }
  let wake: () => void = () => undefined
  async function* start(): AsyncGenerator<Finding> {
    runs.count += 1
    for (;;) {
      while (told.length === 0) await new Promise<void>((resolve) => (wake = resolve))
      const next = told.shift()
      if (next === undefined || next === 'end') return
      yield next
    }
  }
  function tell(next: Finding | 'end') {
    told.push(next)
    wake()
  }
  return { start, runs, find: (finding: Finding) => tell(finding), end: () => tell('end') }
}

interface Options {
  checks: readonly CheckId[]
  start: () => AsyncIterable<Finding>
  asked?: CheckId
}

/** The page with these checks. "Run again" begins anew, as it does for the real ones. */
export function openDiagnostics({ checks, start, asked }: Options) {
  function Page() {
    const [run, setRun] = useState(0)
    const begin = useCallback(() => start(), [run])
    return (
      <Announcer>
        <DiagnosticsPage
          checks={checks}
          asked={asked}
          start={begin}
          isStarting={false}
          onAgain={() => setRun(run + 1)}
        />
      </Announcer>
    )
  }
  const router = createMemoryRouter(
    [
      { path: '/diagnostics', element: <Page /> },
      { path: '/sign-in', element: <p>Sign in</p> },
    ],
    { initialEntries: ['/diagnostics'] },
  )
  return { user: userEvent.setup(), router, ...render(<RouterProvider router={router} />) }
}

export function findingOf(title: string): HTMLElement {
  return screen.getByRole('article', { name: title })
}
