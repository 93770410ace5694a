import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { useFetcher } from 'react-router-dom'
import type { FetcherWithComponents } from 'react-router-dom'
import { useHydrated } from '../../../navigation/use-query.ts'
import { useEnvironment } from '../../../ui/environment.tsx'
import { signInOptionsWords } from '#words/sign-in-options'
import type { FormAnswer } from '../form-problems.ts'
import { ManagedLoginButton } from './managed-login-button.tsx'
import { ProviderButtons } from './provider-buttons.tsx'

export function useLeaving(): FetcherWithComponents<FormAnswer> {
  return useFetcher<FormAnswer>()
}

/** After the first paint: most browsers keep what they are given. */
const ForgetfulBrowser = lazy(() =>
  import('./forgetful-browser.tsx').then(
    (module) => ({ default: module.ForgetfulBrowser }),
    () => ({ default: () => null }),
  ),
)

interface Props {
  page: 'sign-in' | 'sign-up'
  returnTo: string | undefined
  leaving: FetcherWithComponents<FormAnswer>
  /** Says what the page is here for, or what went wrong. */
  notice?: ReactNode
  /** What holds for every way, below all of them. */
  shared?: ReactNode
  /** Leads to the other page. */
  footer: ReactNode
  /** The page's own form. */
  children: ReactNode
}

/**
 * The sign-in options, in one order everywhere: the providers, the page's own form, the domain's page. Until
 * it is known which there are, all of it keeps its place unseen, so that nothing jumps.
 */
export function SignInOptions(props: Props) {
  const { page, returnTo, leaving, notice, shared, footer, children } = props
  const { signInRedirect } = useEnvironment()
  // The built HTML cannot wait for what comes later.
  const isHydrated = useHydrated()
  const isRedirectOnly = signInRedirect?.isRedirectOnly ?? false
  const hasProviders =
    signInRedirect !== undefined && signInRedirect !== null && signInRedirect.providers.length > 0
  const managed = signInRedirect && (
    <ManagedLoginButton page={page} fetcher={leaving} isOnly={isRedirectOnly} />
  )
  return (
    <div
      className={signInRedirect === undefined ? 'sign-in-options until-known' : 'sign-in-options'}
    >
      {notice}
      <Suspense>{isHydrated && signInRedirect !== undefined && <ForgetfulBrowser />}</Suspense>
      {signInRedirect && (
        <ProviderButtons
          redirect={signInRedirect}
          page={page}
          returnTo={returnTo}
          fetcher={leaving}
        />
      )}
      {hasProviders && (
        <h2 className="or">{isRedirectOnly ? signInOptionsWords.or : signInOptionsWords.orForm}</h2>
      )}
      {isRedirectOnly ? managed : children}
      {shared}
      {!isRedirectOnly && managed}
      {hasProviders && <p className="options-note">{signInOptionsWords.linking}</p>}
      {footer}
    </div>
  )
}
