import { useEffect, useState } from 'react'
import { proveSignature, type Proof } from '../../auth/token/prove-signature.ts'
import type { ReadToken } from '../../auth/token/read-token.ts'
import { sessionWords } from '#words/session'

const words = sessionWords.proof

/** What the pool's keys say of a token; proved in this browser. */
export function SignatureNote({ token }: { token: ReadToken }) {
  const [proved, setProved] = useState<{ text: string; proof: Proof }>()
  useEffect(() => {
    let isWanted = true
    void proveSignature(token).then((proof) => {
      if (isWanted) setProved({ text: token.text, proof })
    })
    return () => {
      isWanted = false
    }
  }, [token])
  const proof = proved?.text === token.text ? proved.proof : undefined
  return (
    <p className="signature-note" data-proof={proof?.kind}>
      {textOf(proof)}
    </p>
  )
}

function textOf(proof: Proof | undefined): string {
  if (!proof) return words.checking
  return proof.kind === 'proved' ? words.proved(proof.keyId) : words[proof.kind]
}
