import { Card } from '@aws-amplify/ui-react'
import { useLayoutEffect, useRef, useState, type DragEvent } from 'react'
import type { Introduction } from '../../../auth/attributes/introduction.ts'
import type { Version } from '../../../profile/editing.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { profileWords } from '#words/profile'
import { CardHeading } from '../card-heading.tsx'
import { UploadProgress } from './upload-progress.tsx'
import { usePictureFlow } from './use-picture-flow.ts'
import type { ShownPicture } from './use-picture-url.ts'

const words = profileWords.picture

interface Props {
  base: Version
  picture: ShownPicture
  /** What somebody without a picture may have at their provider. */
  offered: Introduction | undefined
  onSaved: (version: Version, blob?: Blob) => void
  onChangedElsewhere: (version: Version) => void
}

export function PictureCard({ base, picture, offered, onSaved, onChangedElsewhere }: Props) {
  const { flow, choose, take, use, remove, cancel } = usePictureFlow({
    base,
    onSaved,
    onChangedElsewhere,
  })
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const chooser = useFocusAfter(flow.step === 'idle')
  const stored = base.profile.picture
  const isFree = flow.step === 'idle' || flow.step === 'cropping'

  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file && isFree) choose(file)
  }

  return (
    <Card
      as="section"
      className="profile-card profile-picture"
      aria-labelledby="picture-heading"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <CardHeading
        id="picture-heading"
        where={profileWords.where.bucket}
        whereHint={profileWords.where.bucketHint}
        hint={words.hint}
      >
        {words.heading}
      </CardHeading>
      <ProblemSummary problems={flow.problems} />
      {picture.state === 'failed' && flow.step === 'idle' && (
        <div className="profile-actions">
          <span>{picture.problem?.message ?? words.unavailable}</span>
          <Button onClick={picture.again}>{words.again}</Button>
        </div>
      )}
      <input
        ref={input}
        hidden
        type="file"
        accept="image/png,image/jpeg,image/webp"
        aria-label={words.choose}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) choose(file)
          // So that choosing the same file again is a change.
          currentTarget.value = ''
        }}
      />
      {flow.cropping && flow.step === 'cropping' && (
        <flow.cropping.Control
          bitmap={flow.cropping.decoded.bitmap}
          onUse={(crop) => flow.cropping && use(flow.cropping, crop)}
          onCancel={cancel}
        />
      )}
      {flow.step === 'uploading' && <UploadProgress share={flow.share} onCancel={cancel} />}
      {flow.step !== 'cropping' && flow.step !== 'uploading' && (
        <div className="profile-actions">
          <Button
            ref={chooser}
            isBusy={flow.step === 'reading'}
            onClick={() => input.current?.click()}
          >
            {stored ? words.change : words.choose}
          </Button>
          {!stored && offered?.picture !== undefined && (
            <Button isBusy={flow.step === 'fetching'} onClick={() => take(offered.picture ?? '')}>
              {words.offered(offered.provider)}
            </Button>
          )}
          {stored && (
            <Button variation="link" isBusy={flow.step === 'removing'} onClick={remove}>
              {words.remove}
            </Button>
          )}
          <span className="profile-hint profile-drop-hint">{words.orDrop}</span>
        </div>
      )}
    </Card>
  )
}

/** Back to the button that started it all, once a picture is used or given up. */
function useFocusAfter(isIdle: boolean) {
  const chooser = useRef<HTMLButtonElement>(null)
  const wasIdle = useRef(isIdle)
  useLayoutEffect(() => {
    if (isIdle && !wasIdle.current && document.activeElement === document.body) {
      chooser.current?.focus()
    }
    wasIdle.current = isIdle
  }, [isIdle])
  return chooser
}
