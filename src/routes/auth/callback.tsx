import { useEffect } from 'react'
import { replace, useFetcher, useLoaderData } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import { loadAuth } from '../../auth/load-auth.ts'
import { forgetAttempt, readAttempt } from '../../auth/redirect/attempt.ts'
import { readSession } from '../../auth/session/session.ts'
import { paths } from '../../navigation/paths.ts'
import { parseReturnTo } from '../../navigation/return-to.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { buttonClass } from '../../ui/class-names.ts'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { callbackWords as words } from '#words/callback'
import { textOf } from './check-form.ts'
import { refuseFor } from './form-problems.ts'
import type { FormAnswer, FormProblem } from './form-problems.ts'

/** Leaves for the domain. The page that posts here stays, and hears what goes wrong. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  try {
    const auth = await loadAuth()
    await auth.leaveForDomain({
      provider: textOf(form, 'provider'),
      page: form.get('page') === 'sign-up' ? 'sign-up' : 'sign-in',
      returnTo: textOf(form, 'returnTo') || undefined,
      keep: form.get('keep') === 'on',
      loginHint: textOf(form, 'loginHint') || undefined,
      isSwitching: form.get('switch') === 'on',
    })
    return { problems: [] }
  } catch (error) {
    return await refuseFor(error, 'redirect')
  }
}

interface Failure {
  problem: FormProblem
  /** What to try again with, where this tab knows. */
  retry: { provider: string; returnTo: string | undefined; keep: boolean } | undefined
}

/**
 * Comes back from it. What is to be finished is finished while Amplify is configured, which happens
 * once in the life of a page, so neither a second render nor a second visit can do it again.
 */
export async function loader({ request }: LoaderFunctionArgs): Promise<Failure | Response> {
  const { searchParams, origin } = new URL(request.url)
  const attempt = readAttempt()
  let problem: FormProblem | undefined
  try {
    const auth = await loadAuth()
    const outcome = await auth.returnOutcome()
    if (outcome?.kind === 'done') return replace(parseReturnTo(outcome.returnTo, origin))
    if (outcome) problem = (await loadWords()).explainFailure(outcome.error)
  } catch (error) {
    problem = (await loadWords()).explainFailure(error)
  }
  if (!problem && readSession() === 'signed-in') {
    forgetAttempt()
    // Somebody has signed in from another tab meanwhile, and may not be who was to sign in here.
    const { isAnswerTo } = await loadWords()
    const isNews = attempt?.flow !== undefined && isAnswerTo(searchParams, attempt)
    const { returnTo } = attempt ?? {}
    return replace(isNews ? paths.signIn({ returnTo }) : parseReturnTo(returnTo, origin))
  }
  problem ??= (await loadWords()).explainAnswer(searchParams, attempt)
  if (!problem) return replace(paths.signIn({ returnTo: attempt?.returnTo }))
  // Neither a code nor an error stays behind in the address and the history.
  window.history.replaceState(window.history.state, '', paths.callback())
  return { problem, retry: attempt }
}

/** For all ways back but the usual one, on which one is signed in. */
function loadWords() {
  return import('./explain-error.ts')
}

export function shouldRevalidate() {
  return false
}

export function HydrateFallback() {
  const announce = useAnnounce()
  useEffect(() => announce(words.text), [announce])
  return (
    <div className="message-page">
      <PageTitle>{words.title}</PageTitle>
      <PageHeading>{words.heading}</PageHeading>
      <p>{words.text}</p>
      <div className="page-loading" />
    </div>
  )
}

/** What somebody chose, or what only asks to be done once more. */
const calm = new Set(['redirect-cancelled', 'redirect-linked'])

export function Component() {
  const { problem, retry } = useLoaderData<Failure>()
  const leaving = useFetcher<FormAnswer>()
  const problems = leaving.data?.problems.length ? leaving.data.problems : [problem]
  const isNoError = calm.has(problem.key) && problems[0] === problem
  const { returnTo } = retry ?? {}
  return (
    <div className="message-page">
      <PageTitle hasProblem={!isNoError}>{words.failedTitle}</PageTitle>
      <PageHeading>{words.failedTitle}</PageHeading>
      {isNoError ? (
        <Notice tone="info">
          <strong>{problem.message}</strong> {problem.next}
        </Notice>
      ) : (
        <ProblemSummary problems={problems} />
      )}
      <div className="actions">
        {retry && (
          <leaving.Form method="post" action={paths.callback()}>
            <input type="hidden" name="returnTo" value={returnTo ?? ''} />
            <input type="hidden" name="keep" value={retry.keep ? 'on' : ''} />
            <input type="hidden" name="provider" value={retry.provider} />
            <Button type="submit" variation="primary" isBusy={leaving.state !== 'idle'}>
              {problem.key === 'redirect-linked' ? words.finish : words.again(retry.provider)}
            </Button>
          </leaving.Form>
        )}
        <Link className={buttonClass(retry ? 'plain' : 'primary')} to={paths.signIn({ returnTo })}>
          {retry ? words.otherWay : words.start}
        </Link>
      </div>
    </div>
  )
}
