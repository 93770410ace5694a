import { useRef, useState } from 'react'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { inboxWords } from '#console-words/inbox'

/** A code, or a password of an invitation, one click away. */
export function CopyCode({ code, isPassword }: { code: string; isPassword: boolean }) {
  const words = isPassword ? inboxWords.password : inboxWords.code
  const shown = useRef<HTMLElement>(null)
  const announce = useAnnounce()
  const [isCopied, setIsCopied] = useState(false)

  async function copy() {
    try {
      await navigator.clipboard.writeText(code)
      announce(words.isCopied)
      setIsCopied(true)
    } catch {
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
      announce(words.isSelected)
    }
  }

  return (
    <p className="console-row">
      <code className="console-code" ref={shown}>
        {code}
      </code>
      <Button
        variation="primary"
        aria-label={isCopied ? words.copiedOf(code) : words.copyOf(code)}
        onClick={() => void copy()}
      >
        {isCopied ? words.copied : words.copy}
      </Button>
    </p>
  )
}
