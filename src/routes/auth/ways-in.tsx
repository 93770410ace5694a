import type { SubmitEvent } from 'react'
import type { FetcherWithComponents } from 'react-router-dom'
import { paths } from '../../navigation/paths.ts'
import { useQuery } from '../../navigation/use-query.ts'
import { Button } from '../../ui/button.tsx'
import type { WaysIn as Ways } from '../../ui/environment.tsx'
import { waysWords } from '#words/ways'
import type { FormAnswer } from './form-problems.ts'

interface Props {
  ways: Ways
  returnTo: string | undefined
  /** The page asks, since it shows what goes wrong beside its own problems. */
  fetcher: FetcherWithComponents<FormAnswer>
}

/** Signing in elsewhere: at the domain first, then with the providers that it knows. */
export function WaysIn({ ways: { providers }, returnTo, fetcher }: Props) {
  const pressed = fetcher.state === 'idle' ? undefined : fetcher.formData?.get('provider')
  const isSwitching = useQuery().get('notice') === 'signed-out'
  const { managed, why, more, moreText, rfc, continueWith, linking } = waysWords
  return (
    <fetcher.Form className="ways" method="post" action={paths.callback()} onSubmit={complete}>
      <input type="hidden" name="returnTo" value={returnTo ?? ''} />
      <input type="hidden" name="keep" />
      <input type="hidden" name="loginHint" />
      <input type="hidden" name="switch" value={isSwitching ? 'on' : ''} />
      <Button
        type="submit"
        name="provider"
        value=""
        variation="primary"
        isLarge
        isBusy={pressed === ''}
      >
        {managed}
      </Button>
      <div className="ways-why">
        <p>{why}</p>
        <details>
          <summary>{more}</summary>
          <p>
            {moreText} <a href="https://www.rfc-editor.org/info/rfc10017">{rfc}</a>.
          </p>
        </details>
      </div>
      {providers.length > 0 && (
        <div className="providers">
          <p aria-hidden="true">{continueWith}</p>
          <ul>
            {providers.map((provider) => (
              <li key={provider}>
                <Button
                  type="submit"
                  name="provider"
                  value={provider}
                  isBusy={pressed === provider}
                >
                  <span className="visually-hidden">{continueWith}</span> {provider}
                </Button>
              </li>
            ))}
          </ul>
          <p>{linking}</p>
        </div>
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
