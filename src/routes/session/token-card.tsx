import { useMemo } from 'react'
import { readToken } from '../../auth/token/read-token.ts'
import type { TokenName } from '../../auth/token/session-tokens.ts'
import { sessionWords as words } from '#words/session'
import { ClaimsTable } from './claims-table.tsx'
import { Expiry } from './expiry.tsx'
import { Secret } from './secret.tsx'
import { SignatureNote } from './signature-note.tsx'

/** One of the three tokens, and where it goes. */
export function TokenCard({ kind, text }: { kind: TokenName; text: string | undefined }) {
  const { name, text: purpose } = words.token[kind]
  return (
    <section className="token-card" aria-labelledby={`${kind}-token`}>
      <h3 id={`${kind}-token`}>{name}</h3>
      <p>{purpose}</p>
      <p>
        <strong>{words.goesTo}</strong> {words.goals[kind]}
      </p>
      {text === undefined ? (
        <p>{words.none}</p>
      ) : (
        <TokenContent name={name} text={text} canExpire />
      )}
    </section>
  )
}

/** What a token says; nothing where the text is none. */
export function TokenContent({
  name,
  text,
  canExpire = false,
}: {
  name: string
  text: string
  /** On the local AWS. */
  canExpire?: boolean
}) {
  const token = useMemo(() => readToken(text), [text])
  const endsAt = token?.claims?.['exp']
  return (
    <>
      <Secret key={text} name={name} text={text} />
      {typeof endsAt === 'number' && (
        <Expiry key={endsAt} atMs={endsAt * 1000} name={canExpire ? name : undefined} />
      )}
      {token?.claims ? (
        <>
          <SignatureNote token={token} />
          <ClaimsTable name={name} claims={token.claims} />
        </>
      ) : (
        <p>{words.encrypted}</p>
      )}
    </>
  )
}
