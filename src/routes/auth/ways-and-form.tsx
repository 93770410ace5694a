import type { ReactNode } from 'react'
import { useFetcher } from 'react-router-dom'
import type { FetcherWithComponents } from 'react-router-dom'
import { useEnvironment } from '../../ui/environment.tsx'
import { waysWords } from '#words/ways'
import type { FormAnswer } from './form-problems.ts'
import { WaysIn } from './ways-in.tsx'

export function useLeaving(): FetcherWithComponents<FormAnswer> {
  return useFetcher<FormAnswer>()
}

interface Props {
  returnTo: string | undefined
  leaving: FetcherWithComponents<FormAnswer>
  /** Says what the page is here for, or what went wrong. */
  notice?: ReactNode
  /** Between the two: what holds for both. */
  shared?: ReactNode
  /** The page's own form. */
  children: ReactNode
}

/**
 * The ways in, in one order everywhere: managed login, the providers, the page's own form. Until it
 * is known which there are, all of it keeps its place unseen, so that nothing jumps.
 */
export function WaysAndForm({ returnTo, leaving, notice, shared, children }: Props) {
  const { waysIn } = useEnvironment()
  return (
    <div className={waysIn === undefined ? 'ways-and-form until-known' : 'ways-and-form'}>
      {notice}
      {waysIn && <WaysIn ways={waysIn} returnTo={returnTo} fetcher={leaving} />}
      {shared}
      {waysIn && <h2 className="or">{waysWords.or}</h2>}
      {children}
    </div>
  )
}
