import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/fields/field.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { Lock } from '../client/console-client.ts'
import { useClient } from '../client/use-client.tsx'
import { ConsoleTitle } from '../parts/console-title.tsx'
import { frameWords } from '#console-words/frame'

/** In place of a page, until there is a token that is good. */
export function Unlock({ lock }: { lock: Lock }) {
  const words = frameWords.unlock
  const client = useClient()
  const navigate = useNavigate()
  const location = useLocation()
  const [token, setToken] = useState('')
  // A token that was kept from another run is nobody's mistake, but has to be told all the same.
  const error = lock === 'wrong-token' ? words.wrong : undefined

  function open() {
    if (token.trim() === '') return
    client.unlock(token.trim())
    // What a loader was refused is asked for again.
    void navigate(location, { replace: true })
  }

  return (
    <div className="console-page console-narrow">
      <ConsoleTitle>{words.title}</ConsoleTitle>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.why}</p>
      <form
        className="console-form"
        onSubmit={(event) => {
          event.preventDefault()
          open()
        }}
      >
        <Field
          name="token"
          label={words.token}
          describedBy="refused"
          value={token}
          onChange={({ target }) => setToken(target.value)}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <p className="field-error" id="refused" role="alert">
          {error}
        </p>
        <Button type="submit" variation="primary">
          {words.open}
        </Button>
      </form>
    </div>
  )
}
