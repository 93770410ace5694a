import { useState } from 'react'
import { PageTitle } from '../../../ui/page-title.tsx'
import { profileWords } from '#words/profile'
import type { Beside } from '../account/beside.ts'
import type { Opened } from '../load-page.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { DetailsForm } from './details-form.tsx'
import { EditorNotices } from './editor-notices.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { PictureCard } from '../picture/picture-card.tsx'
import { ProfilePreview } from './profile-preview.tsx'
import { useEditing } from './use-editing.ts'
import { usePictureUrl, type FreshPicture } from '../picture/use-picture-url.ts'
import { useSaving } from './use-saving.ts'

interface Props {
  opened: Opened
  /** What else is saved with it. */
  account: Beside
}

export function ProfileEditor({ opened, account }: Props) {
  const state = useEditing(opened.owner.sub, opened.version)
  const { editing, dispatch, settle } = state
  const saving = useSaving(state)
  const [fresh, setFresh] = useState<FreshPicture>()
  const picture = usePictureUrl(editing.base.profile.picture, fresh)
  const title = <PageTitle hasProblem={saving.summary.length > 0}>{profileWords.title}</PageTitle>
  if (opened.kind === 'newer') {
    return (
      <div className="profile-main">
        {title}
        <EditorNotices opened={opened} state={state} />
      </div>
    )
  }

  return (
    <>
      {title}
      <ProfilePreview form={editing.form} picture={picture} />
      <div className="profile-main">
        <EditorNotices opened={opened} state={state} />
        {editing.elsewhere && (
          <ConflictPanel
            editing={editing}
            isBusy={saving.isBusy}
            isAnswer={saving.isConflict}
            onKeepMine={saving.keepMine}
            onTakeTheirs={() => dispatch({ type: 'tookTheirs' })}
          />
        )}
        <PictureCard
          base={editing.elsewhere ?? editing.base}
          picture={picture}
          offered={opened.introduction}
          onSaved={(version, blob) => {
            const name = version.profile.picture?.name
            setFresh(blob && name !== undefined ? { name, blob } : undefined)
            settle({ type: 'savedPicture', version })
          }}
          onChangedElsewhere={(version) => dispatch({ type: 'changedElsewhere', version })}
        />
        <DetailsForm
          state={state}
          saving={saving}
          account={account}
          identityId={opened.owner.identityId}
        />
      </div>
      <LeaveGuard
        isActive={state.isDirty || account.isDirty}
        onLeave={() => {
          dispatch({ type: 'discarded' })
          account.discard()
        }}
      />
    </>
  )
}
