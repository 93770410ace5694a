import { useLayoutEffect, useRef } from 'react'
import { Button } from '../../../ui/button.tsx'
import { profileWords } from '#words/profile'

const words = profileWords.picture

/** The cancel button takes the focus that the button which started the upload had. */
export function UploadProgress({ share, onCancel }: { share: number; onCancel: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => button.current?.focus(), [])
  const percent = Math.round(share * 100)
  return (
    <div className="profile-upload">
      <label htmlFor="upload-progress">{words.uploading}</label>
      <progress id="upload-progress" max={100} value={percent} />
      <div className="profile-actions">
        <Button ref={button} onClick={onCancel}>
          {words.stop}
        </Button>
        <span className="profile-hint">
          {percent < 100 ? words.uploadPercent(percent) : words.finishing}
        </span>
      </div>
    </div>
  )
}
