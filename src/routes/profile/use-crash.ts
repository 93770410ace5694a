import { useState } from 'react'

/**
 * Hands a fault that came up outside of rendering to the route's boundary.
 * @see https://react.dev/reference/react/Component#catching-rendering-errors-with-an-error-boundary
 */
export function useCrash(): (fault: unknown) => void {
  const [crash, setCrash] = useState<{ fault: unknown }>()
  if (crash) throw crash.fault
  return (fault) => setCrash({ fault })
}
