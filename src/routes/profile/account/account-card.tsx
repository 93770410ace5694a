import { useEffect } from 'react'
import type { Attributes } from '../../../auth/attributes/attributes.ts'
import type { AttributeName } from '../../../auth/attributes/editable-attributes.ts'
import { AccountDetails, AccountFrame } from './account-details.tsx'
import type { Loaded } from '../load-page.ts'
import { LoadProblem } from '../load-problem.tsx'
import { useAttributes } from './use-attributes.ts'

interface Props {
  loaded: Loaded<Attributes>
  onDirty: (isDirty: boolean) => void
}

/** Beside a profile, which has a name of its own. */
export function AccountCard({ loaded, onDirty }: Props) {
  if (!loaded.problem) return <Account attributes={loaded.value} onDirty={onDirty} />
  return (
    <AccountFrame>
      <LoadProblem problem={loaded.problem} />
    </AccountFrame>
  )
}

const names: readonly AttributeName[] = ['custom:company']

/** The draft is the profile's: of this card a reload keeps nothing, as leaving it says. */
const noDraft = { get: () => undefined, set: () => undefined, remove: () => undefined }

function Account({ attributes, onDirty }: { attributes: Attributes; onDirty: Props['onDirty'] }) {
  const state = useAttributes(attributes, names, noDraft)
  useEffect(() => onDirty(state.isDirty), [onDirty, state.isDirty])
  return <AccountDetails attributes={attributes} state={state} />
}
