import type { SubmitEvent } from 'react'
import type { FetcherWithComponents } from 'react-router-dom'
import { paths } from '../../../navigation/paths.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import type { SignInRedirect } from '../../../ui/environment.tsx'
import { ProviderMark } from '../../../ui/provider-mark.tsx'
import { signInOptionsWords } from '#words/sign-in-options'
import type { FormAnswer } from '../form-problems.ts'

/** For what sends this form from elsewhere on the page. */
export const redirectFormId = 'redirect'

interface Props {
  redirect: SignInRedirect
  page: 'sign-in' | 'sign-up'
  returnTo: string | undefined
  /** The page asks, since it shows what goes wrong beside its own problems. */
  fetcher: FetcherWithComponents<FormAnswer>
}

/** Signing in elsewhere: with the providers that the domain knows. */
export function ProviderButtons({ redirect: { providers }, page, returnTo, fetcher }: Props) {
  const pressed = fetcher.state === 'idle' ? undefined : fetcher.formData?.get('provider')
  const isSwitching = useQuery().get('notice') === 'signed-out'
  return (
    <fetcher.Form id={redirectFormId} method="post" action={paths.callback()} onSubmit={complete}>
      <input type="hidden" name="returnTo" value={returnTo ?? ''} />
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="keep" />
      <input type="hidden" name="loginHint" />
      <input type="hidden" name="switch" value={isSwitching ? 'on' : ''} />
      {providers.length > 0 && (
        <ul className="providers">
          {providers.map((provider) => (
            <li key={provider}>
              <Button
                type="submit"
                className="provider"
                name="provider"
                value={provider}
                isBusy={pressed === provider}
              >
                <ProviderMark provider={provider} />
                {signInOptionsWords.continueWith(provider)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </fetcher.Form>
  )
}

/** What stands elsewhere on the page, as it is when the form is sent. */
function complete({ currentTarget, nativeEvent }: SubmitEvent<HTMLFormElement>) {
  const field = (name: string) => currentTarget.elements.namedItem(name) as HTMLInputElement
  const find = (id: string) => document.getElementById(id) as HTMLInputElement | null
  const { submitter } = nativeEvent
  field('keep').value = find('keep')?.checked ? 'on' : ''
  // What was typed here is an account of the pool, and may be nobody at a provider.
  field('loginHint').value =
    submitter?.getAttribute('value') === '' ? (find('email')?.value ?? '') : ''
}
