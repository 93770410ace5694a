import { useState } from 'react'
import { Form } from 'react-router-dom'
import { keyUri } from '../../../auth/key-uri.ts'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { CodeField } from '../../../ui/fields/code-field.tsx'
import { accountCentreWords } from '#words/account-centre'
import { words as appWords } from '#words/words'
import { QrCode } from '../../auth/second-factor/qr-code.tsx'
import { useAccountForm } from '../parts/use-account-form.ts'

const { app: words, cancel } = accountCentreWords

/** The secret as a picture, as a link for an app on this device, and as text; then the code of it. */
export function SetUpApp({ secret, email }: { secret: string; email: string }) {
  const { messageFor, pending } = useAccountForm()
  const uri = keyUri(appWords.product, email, secret)
  return (
    <div className="account-set-up">
      <QrCode text={uri} label={words.qrCode} />
      <div>
        <p>
          <a className="link" href={uri}>
            {words.open}
          </a>
        </p>
        <Key secret={secret} />
        <Form
          className="account-form"
          method="post"
          action={accountPaths.authenticatorApp()}
          noValidate
        >
          <CodeField hint={words.codeHint} error={messageFor('code')} />
          <div className="account-row-actions">
            <Button
              type="submit"
              name="intent"
              value="confirm"
              variation="primary"
              isBusy={pending === 'confirm'}
            >
              {words.confirm}
            </Button>
            <Button type="submit" name="intent" value="cancel" variation="link">
              {cancel}
            </Button>
          </div>
        </Form>
      </div>
    </div>
  )
}

function Key({ secret }: { secret: string }) {
  const [note, setNote] = useState('')
  const announce = useAnnounce()
  async function copy() {
    const isCopied = await navigator.clipboard.writeText(secret).then(
      () => true,
      () => false,
    )
    const said = isCopied ? words.copied : words.notCopied
    setNote(said)
    announce(said)
  }
  return (
    <div className="account-key">
      <p>
        {words.key} <code className="secret-key">{inGroups(secret)}</code>
      </p>
      <p>
        <Button onClick={() => void copy()}>{words.copy}</Button> {note}
      </p>
    </div>
  )
}

/** In fours, as people type them; apps pass the spaces over. */
function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}
