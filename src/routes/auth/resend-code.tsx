import { useEffect } from 'react'
import { useFetcher } from 'react-router-dom'
import type { FetcherWithComponents } from 'react-router-dom'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { useCountdown } from '../../ui/use-countdown.ts'
import { codeWords } from '#words/codes'
import type { FormAnswer } from './form-problems.ts'

/** Mail takes a moment; sending again at once would only make the first code useless. */
const waitSeconds = 30

/** `sent` says in words that a code is on its way. */
type ResendAnswer = FormAnswer & { sent?: string }

/** The page asks for it, since it shows the problems of resending beside its own. */
export function useResend(): FetcherWithComponents<ResendAnswer> {
  return useFetcher<ResendAnswer>()
}

interface Props {
  fetcher: FetcherWithComponents<ResendAnswer>
  action: string
  pending: { sentAtMs: number } | undefined
  /** The address as it stands in the page's form. */
  emailFrom: () => string
}

export function ResendCode({ fetcher, action, pending, emailFrom }: Props) {
  const announce = useAnnounce()
  const secondsLeft = useCountdown(pending?.sentAtMs ?? 0, waitSeconds)
  const { data: answer } = fetcher
  useEffect(() => {
    if (answer?.sent !== undefined) announce(answer.sent)
  }, [announce, answer])

  function send() {
    void fetcher.submit({ intent: 'resend', email: emailFrom() }, { method: 'post', action })
  }

  return (
    <div className="resend">
      <Button
        variation="link"
        isBusy={fetcher.state !== 'idle'}
        aria-disabled={secondsLeft > 0}
        onClick={send}
      >
        {secondsLeft > 0 ? codeWords.confirm.resendIn(secondsLeft) : codeWords.confirm.resend}
      </Button>
      {answer?.sent !== undefined && <p className="resend-done">{answer.sent}</p>}
    </div>
  )
}
