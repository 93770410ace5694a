import { useId, useState } from 'react'
import { readToken } from '../../auth/token/read-token.ts'
import { Button } from '../../ui/button.tsx'
import { sessionWords as words } from '#words/session'
import { Section } from '../account/parts/section.tsx'
import { TokenContent } from './token-card.tsx'

/** For any token, of whoever: read and proved in this page. */
export function ReadTokenForm() {
  const [read, setRead] = useState<string>()
  const isToken = read !== undefined && readToken(read) !== undefined
  const id = useId()
  function submit(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('token')
    setRead(typeof text === 'string' ? text.trim() : '')
  }
  return (
    <Section heading={words.read} intro={words.readText}>
      <form className="form" onSubmit={submit}>
        <div className="field">
          <label className="label" htmlFor={id}>
            {words.pasted}
          </label>
          <textarea
            className="input"
            id={id}
            name="token"
            rows={4}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={(read !== undefined && !isToken) || undefined}
            aria-describedby={`${id}-problem`}
          />
          <p className="field-error" id={`${id}-problem`} role="alert">
            {read !== undefined && !isToken && words.notToken}
          </p>
        </div>
        <div className="account-row-actions">
          <Button type="submit">{words.readAction}</Button>
        </div>
      </form>
      {isToken && (
        <div className="token-card" role="status">
          <TokenContent name={words.pastedName} text={read} />
        </div>
      )}
    </Section>
  )
}
