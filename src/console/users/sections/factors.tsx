import { Button } from '../../../ui/button.tsx'
import { usersWords } from '#console-words/users'
import type { ReadUser } from '../read-user.ts'
import type { SectionProps } from '../user-buttons.tsx'

const words = usersWords.factors

type Props = SectionProps & Pick<ReadUser, 'user' | 'firstFactors'>

/** What somebody proves themselves with, by Cognito's names. */
export function Factors({ user, firstFactors = [], isBusy, submit }: Props) {
  const { UserMFASettingList: second = [], PreferredMfaSetting: preferred } = user
  return (
    <section className="card console-item" aria-labelledby="factors">
      <h2 id="factors">{words.title}</h2>
      <dl className="user-facts">
        <div>
          <dt>{words.first}</dt>
          <dd>{firstFactors.join(', ') || words.none}</dd>
        </div>
        <div>
          <dt>{words.second}</dt>
          <dd>{second.join(', ') || words.none}</dd>
        </div>
        {preferred !== undefined && (
          <div>
            <dt>{words.preferred}</dt>
            <dd>{preferred}</dd>
          </div>
        )}
      </dl>
      {second.length > 0 && (
        <div className="actions">
          <Button aria-disabled={isBusy} onClick={() => submit({ do: 'no-factors' })}>
            {words.off}
          </Button>
        </div>
      )}
    </section>
  )
}
