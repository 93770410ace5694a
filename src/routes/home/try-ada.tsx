import { useFetcher } from 'react-router-dom'
import { useSession } from '../../auth/session/use-session.ts'
import { paths } from '../../navigation/paths.ts'
import { Button } from '../../ui/button.tsx'
import { useEnvironment } from '../../ui/environment.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import type { ShownProblem } from '../../ui/problem-summary.tsx'
import { homeWords } from '#words/home'

/** One of the people whom the local Google knows. */
const ada = { provider: 'Google', loginHint: 'ada@example.com' }

/** Social sign-in in two clicks, where nobody has to be anybody: on the local AWS only. */
export function TryAda() {
  const { isLocal, signInRedirect } = useEnvironment()
  const leaving = useFetcher<{ problems: readonly ShownProblem[] }>()
  const session = useSession()
  const isKnown = isLocal && signInRedirect?.providers.includes(ada.provider)
  if (!isKnown || session === 'signed-in') return null
  return (
    <leaving.Form className="try-ada" method="post" action={paths.callback()}>
      <ProblemSummary problems={leaving.data?.problems ?? []} />
      <input type="hidden" name="provider" value={ada.provider} />
      <input type="hidden" name="loginHint" value={ada.loginHint} />
      <Button type="submit" isBusy={leaving.state !== 'idle'}>
        {homeWords.ada}
      </Button>
      <p>{homeWords.adaNote}</p>
    </leaving.Form>
  )
}
