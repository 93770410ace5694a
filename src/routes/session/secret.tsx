import { useId, useState } from 'react'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { sessionWords as words } from '#words/session'

/** A secret: masked until somebody asks to see it. */
export function Secret({ name, text }: { name: string; text: string }) {
  const [isShown, setIsShown] = useState(false)
  const announce = useAnnounce()
  const id = useId()
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      announce(words.copied)
    } catch {
      // Without the clipboard it can be marked where it stands.
      setIsShown(true)
    }
  }
  return (
    <div className="secret">
      <code id={id} className="secret-text">
        {isShown ? text : masked(text)}
      </code>
      <div className="account-row-actions">
        <Button
          variation="link"
          aria-controls={id}
          aria-expanded={isShown}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? words.hide(name) : words.show(name)}
        </Button>
        <Button variation="link" onClick={() => void copy()}>
          {words.copy(name)}
        </Button>
      </div>
    </div>
  )
}

function masked(text: string): string {
  return `${text.slice(0, 4)}${'•'.repeat(12)}`
}
