import { useSyncExternalStore } from 'react'
import { useSearchParams } from 'react-router-dom'

const nothing = new URLSearchParams()

/** False on the server and while hydrating, so that the first render matches the built HTML. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}

/** The address's query; empty until hydrated, since pages are built without one. */
export function useQuery(): URLSearchParams {
  const [query] = useSearchParams()
  return useHydrated() ? query : nothing
}
