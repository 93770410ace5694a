import { keyUri } from '../../../auth/key-uri.ts'
import { words } from '#words/words'
import { secondFactorWords } from '#words/second-factor'
import { CodeForm } from './code-form.tsx'
import { QrCode } from './qr-code.tsx'

interface Props {
  /** Base32. */
  secret: string
  email: string
  action: string
  canRemember: boolean
}

/** The secret as a picture, as a link for an app on this device, and as text to type off. */
export function SetUpApp({ secret, email, action, canRemember }: Props) {
  const { setUpApp } = secondFactorWords
  const uri = keyUri(words.product, email, secret)
  return (
    <CodeForm action={action} submit={setUpApp.submit} canRemember={canRemember}>
      <QrCode text={uri} label={setUpApp.qrCode} />
      <p>
        <a className="link" href={uri}>
          {setUpApp.open}
        </a>
      </p>
      <p>
        {setUpApp.key} <code className="secret-key">{inGroups(secret)}</code>
      </p>
    </CodeForm>
  )
}

/** In fours, as people type them; apps pass the spaces over. */
function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}
