import { useActionData, useNavigation } from 'react-router-dom'
import { messageFor } from '../../auth/form-problems.ts'
import type { AccountAnswer } from '../task.ts'

/** What a page below `/account` needs to know of its own submission. */
export function useAccountForm() {
  const answer = useActionData<AccountAnswer | null>() ?? undefined
  const { state, formData } = useNavigation()
  const problems = answer?.problems ?? none
  return {
    problems,
    done: answer?.done,
    messageFor: (field: string) => messageFor(problems, field),
    /** What is under way, by the form's `intent`. */
    pending: state === 'idle' ? undefined : formData?.get('intent'),
    isBusy: state !== 'idle' && formData !== undefined,
  }
}

const none: AccountAnswer['problems'] = []
