import { TextField } from '@aws-amplify/ui-react'
import { useLayoutEffect, useRef } from 'react'
import { limits } from '../../../profile/profile.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { profileWords } from '#words/profile'
import { fieldId } from '../shown-problem.ts'

const words = profileWords.details

interface Props {
  links: readonly string[]
  messageFor: (field: string) => string | undefined
  onChange: (links: readonly string[]) => void
}

export function LinkFields({ links, messageFor, onChange }: Props) {
  const announce = useAnnounce()
  const list = useRef<HTMLFieldSetElement>(null)
  const focusNext = useRef<string>(undefined)
  const isFull = links.length >= limits.links

  // After the rows have changed: to the new row, or to where the removed one was.
  useLayoutEffect(() => {
    if (focusNext.current === undefined) return
    list.current?.querySelector<HTMLElement>(focusNext.current)?.focus()
    focusNext.current = undefined
  }, [links.length])

  function add() {
    focusNext.current = `#${fieldId({ field: 'links', index: links.length })}`
    announce(words.linkAdded(links.length + 1))
    onChange([...links, ''])
  }

  function removeAt(position: number) {
    const next = Math.min(position, links.length - 2)
    focusNext.current = next < 0 ? '.profile-add' : `#${fieldId({ field: 'links', index: next })}`
    announce(words.linkRemoved(position + 1))
    onChange(links.filter((_, index) => index !== position))
  }

  return (
    <fieldset className="profile-links" ref={list} aria-describedby="links-hint">
      <legend className="label">{words.links}</legend>
      <span className="hint" id="links-hint">
        {words.linksHint}
      </span>
      {links.map((link, index) => {
        const id = fieldId({ field: 'links', index })
        const problem = messageFor(id)
        return (
          <div className="profile-link" key={id}>
            <TextField
              id={id}
              label={words.link(index + 1)}
              labelHidden
              type="text"
              inputMode="url"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              placeholder="https://"
              value={link}
              hasError={problem !== undefined}
              errorMessage={problem}
              onChange={({ target }) => onChange(links.with(index, target.value))}
            />
            <Button
              className="profile-remove"
              aria-label={words.removeLink(index + 1)}
              title={words.removeLink(index + 1)}
              onClick={() => removeAt(index)}
            >
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="m3 3 10 10M13 3 3 13" stroke="currentcolor" strokeWidth="1.75" />
              </svg>
            </Button>
          </div>
        )
      })}
      <div>
        <Button className="profile-add" aria-disabled={isFull || undefined} onClick={add}>
          {words.addLink}
        </Button>
        {isFull && <span className="profile-hint"> {words.enough(limits.links)}</span>}
      </div>
    </fieldset>
  )
}
