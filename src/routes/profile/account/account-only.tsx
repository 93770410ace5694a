import { Card } from '@aws-amplify/ui-react'
import type { Attributes } from '../../../auth/attributes/attributes.ts'
import { editableAttributes } from '../../../auth/attributes/editable-attributes.ts'
import type { ProfilePlace } from '../../../auth/attributes/profile-place.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { profileWords } from '#words/profile'
import { AccountDetails } from './account-details.tsx'
import { Avatar } from '../picture/avatar.tsx'
import { LeaveGuard } from '../details/leave-guard.tsx'
import { accountDraft } from '../tab-keeps.ts'
import type { Loaded } from '../load-page.ts'
import { LoadProblem } from '../load-problem.tsx'
import { useAttributes } from './use-attributes.ts'

const words = profileWords.accountOnly

interface Props {
  missing: readonly ProfilePlace[]
  loaded: Loaded<Attributes>
}

/** Without a bucket, or without credentials for one: what the user pool keeps is all there is. */
export function AccountOnly({ missing, loaded }: Props) {
  if (!loaded.problem) return <Account missing={missing} attributes={loaded.value} />
  return (
    <div className="profile-main">
      <PageTitle hasProblem>{profileWords.title}</PageTitle>
      <LoadProblem problem={loaded.problem} />
    </div>
  )
}

function Account({ missing, attributes }: Pick<Props, 'missing'> & { attributes: Attributes }) {
  const state = useAttributes(attributes, editableAttributes, accountDraft)
  const typed = (name: (typeof editableAttributes)[number]) =>
    state.editing.typed[name]?.trim() ?? ''
  const name = typed('name')
  const company = typed('custom:company')
  return (
    <>
      <PageTitle hasProblem={state.problems.length > 0}>{profileWords.title}</PageTitle>
      <Card
        as="section"
        className="profile-card profile-preview"
        aria-label={profileWords.preview.label}
      >
        <Avatar name={name} picture={{ state: 'none' }} />
        <h2 className="profile-name" dir="auto" data-empty={name === ''}>
          {name || profileWords.preview.unnamed}
        </h2>
        {company && (
          <p className="profile-bio" dir="auto">
            {company}
          </p>
        )}
      </Card>
      <div className="profile-main">
        <Notice tone="info">
          <strong>{words.message(missing)}</strong>
          <p>{words.text}</p>
          <p className="profile-hint">
            {words.operator} {words.remedy(missing)}
          </p>
        </Notice>
        <AccountDetails attributes={attributes} state={state} isMain />
      </div>
      <LeaveGuard isActive={state.isDirty} onLeave={() => state.dispatch({ type: 'discarded' })} />
    </>
  )
}
