import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Attributes } from '../../../auth/attributes/attributes.ts'
import type { AttributeName } from '../../../auth/attributes/editable-attributes.ts'
import { AccountDetails, AccountFrame } from './account-details.tsx'
import type { Beside } from './beside.ts'
import { accountDraft } from '../tab-keeps.ts'
import type { Loaded } from '../load-page.ts'
import { LoadProblem } from '../load-problem.tsx'
import { useAttributes } from './use-attributes.ts'

interface Props {
  loaded: Loaded<Attributes>
  /** Whether the profile's form saves what is typed here; else the card has a button of its own. */
  isSavedBeside: boolean
  onChange: (account: Beside) => void
}

/** Beside a profile, which has a name of its own. */
export function AccountCard({ loaded, ...props }: Props) {
  if (!loaded.problem) return <Account attributes={loaded.value} {...props} />
  return (
    <AccountFrame>
      <LoadProblem problem={loaded.problem} />
    </AccountFrame>
  )
}

const names: readonly AttributeName[] = ['custom:company']

function Account({
  attributes,
  isSavedBeside,
  onChange,
}: { attributes: Attributes } & Omit<Props, 'loaded'>) {
  const state = useAttributes(attributes, names, accountDraft)
  const { isDirty, isBusy } = state
  const latest = useRef(state)
  useLayoutEffect(() => {
    latest.current = state
  })
  useEffect(
    () =>
      onChange({
        isDirty,
        isBusy,
        save: () => latest.current.save(),
        discard: () => latest.current.dispatch({ type: 'discarded' }),
      }),
    [onChange, isDirty, isBusy],
  )
  return <AccountDetails attributes={attributes} state={state} isSavedBeside={isSavedBeside} />
}
