import { useActionData, useNavigation } from 'react-router-dom'
import { messageFor } from '../../auth/form-problems.ts'
import type { AccountAnswer } from '../task.ts'

/** What a page below `/account` needs to know of its own submission. */
export function useAccountForm() {
  const answer = useActionData<AccountAnswer | null>() ?? none
  const { state, formData } = useNavigation()
  return {
    /** What the last action has come to, for `Outcome`. */
    outcome: answer,
    hasProblem: answer.problems.length > 0,
    messageFor: (field: string) => messageFor(answer.problems, field),
    /** What is under way, by the form's `intent`. */
    pending: state === 'idle' ? undefined : formData?.get('intent'),
    isBusy: state !== 'idle' && formData !== undefined,
  }
}

const none: AccountAnswer = { problems: [] }
