import type { FetcherWithComponents } from 'react-router-dom'
import { Button } from '../../../ui/button.tsx'
import { signInOptionsWords } from '#words/sign-in-options'
import type { FormAnswer } from '../form-problems.ts'
import { redirectFormId } from './provider-buttons.tsx'

interface Props {
  page: 'sign-in' | 'sign-up'
  fetcher: FetcherWithComponents<FormAnswer>
  /** Whether no form of the page's own stands beside it. */
  isOnly: boolean
}

/** The domain's own page: one quiet line, or all there is where the app is to see no password. */
export function ManagedLoginButton({ page, fetcher, isOnly }: Props) {
  const { only, managed, more, moreText, rfc } = signInOptionsWords
  const isBusy = fetcher.state !== 'idle' && fetcher.formData?.get('provider') === ''
  return (
    <div className={isOnly ? 'managed-login' : 'managed-login options-quiet'}>
      <Button
        type="submit"
        form={redirectFormId}
        name="provider"
        value=""
        variation={isOnly ? 'primary' : 'link'}
        isLarge={isOnly}
        isBusy={isBusy}
      >
        {isOnly ? only : managed[page]}
      </Button>
      <details>
        <summary>{more}</summary>
        <p>
          {moreText} <a href="https://www.rfc-editor.org/info/rfc10017">{rfc}</a>.
        </p>
      </details>
    </div>
  )
}
