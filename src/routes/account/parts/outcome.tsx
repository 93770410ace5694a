import { Form } from 'react-router-dom'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { accountCentreWords as words } from '#words/account-centre'
import type { AccountAnswer, Done } from '../task.ts'

/** After these somebody else may still be in. */
const offersToEndOthers: ReadonlySet<Done> = new Set([
  'password-changed',
  'app-on',
  'app-off',
  'factor-off',
  'passkey-deleted',
])

/** What the last action has come to. */
export function Outcome({ problems, done }: Pick<AccountAnswer, 'problems' | 'done'>) {
  return (
    <>
      <ProblemSummary problems={problems} />
      {done && <Notice>{words.done[done]}</Notice>}
      {done && offersToEndOthers.has(done) && (
        <Form className="account-others" method="post" action={accountPaths.sessions()}>
          <p>{words.others.text}</p>
          <Button type="submit">{words.others.action}</Button>
        </Form>
      )}
    </>
  )
}
