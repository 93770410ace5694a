import { Notice } from '../../../ui/notice.tsx'
import { profileWords } from '#words/profile'
import type { Opened } from '../load-page.ts'
import type { useEditing } from './use-editing.ts'

interface Props {
  opened: Opened
  state: ReturnType<typeof useEditing>
}

/** What is good to know about what was found. */
export function EditorNotices({ opened, state }: Props) {
  const { first, unreadable, details, conflict } = profileWords
  const isUntouched = state.editing.base === opened.version
  const fields = opened.unreadable.map((field) => conflict.fields[field]).join(', ')
  return (
    <>
      {opened.kind === 'newer' && <Found message={unreadable.newer} next={unreadable.newerNext} />}
      {opened.kind === 'none' && state.editing.base.etag === undefined && (
        <Found
          message={first.heading(opened.introduction?.givenName ?? '')}
          next={first.text(opened.introduction?.provider, opened.introduction?.name !== '')}
        />
      )}
      {opened.kind === 'damaged' && isUntouched && (
        <Found message={unreadable.damaged} next={unreadable.next} />
      )}
      {fields !== '' && isUntouched && (
        <Found message={unreadable.fields(fields)} next={unreadable.next} />
      )}
      {state.isResumed && state.isDirty && <Notice tone="info">{details.draft}</Notice>}
      {state.isUpdated && !state.isDirty && <Notice tone="info">{conflict.updated}</Notice>}
    </>
  )
}

function Found({ message, next }: { message: string; next: string }) {
  return (
    <Notice tone="info">
      <strong>{message}</strong>
      <p>{next}</p>
    </Notice>
  )
}
