import { useState } from 'react'
import { useActionData, useNavigation } from 'react-router-dom'
import { messageFor } from './form-problems.ts'
import type { FormAnswer } from './form-problems.ts'

/**
 * What an account form needs to know of its own submission.
 *
 * @param aside the answer to another form on the page: the newer of the two is shown.
 */
export function useFormPage(aside?: FormAnswer) {
  const answer = useNewest(useActionData<FormAnswer>(), aside)
  const problems = answer?.problems ?? noProblems
  const navigation = useNavigation()
  return {
    answer,
    problems,
    messageFor: (field: string) => messageFor(problems, field),
    isBusy: navigation.state !== 'idle' && navigation.formData !== undefined,
  }
}

const noProblems: FormAnswer['problems'] = []

function useNewest<T>(first: T | undefined, second: T | undefined): T | undefined {
  const [seen, setSeen] = useState({ first, second, newest: first })
  if (seen.first === first && seen.second === second) return seen.newest
  const newest = seen.first === first ? second : first
  setSeen({ first, second, newest })
  return newest
}
