import { Form } from 'react-router-dom'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { Button } from '../../../ui/button.tsx'
import { buttonClass } from '../../../ui/class-names.ts'
import { Link } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { accountCentreWords as words } from '#words/account-centre'
import type { AccountAnswer } from '../task.ts'

/** What the last action has come to. */
export function Outcome({ problems, done, others }: AccountAnswer) {
  return (
    <>
      <ProblemSummary problems={problems} />
      {done && <Notice>{words.done[done]}</Notice>}
      {others && <Others count={others.count} />}
    </>
  )
}

/** Without a list, or with nothing on it, all sessions can be ended, this one with them. */
function Others({ count = 0 }: { count: number | undefined }) {
  return (
    <Form className="account-others" method="post" action={accountPaths.sessions()}>
      <p>{count > 0 ? words.others.counted(count) : words.others.text}</p>
      {count > 0 ? (
        <div className="account-row-actions">
          <Button type="submit" name="intent" value="end-others">
            {words.sessions.endOthers(count)}
          </Button>
          <Link className={buttonClass('link')} to={accountPaths.sessions()}>
            {words.others.look}
          </Link>
        </div>
      ) : (
        <Button type="submit">{words.others.action}</Button>
      )}
    </Form>
  )
}
