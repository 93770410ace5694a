import { takeJwtApart } from '../../recorder/masking/read-jwt.ts'

/** A JWT with what it says. Nothing of it is verified; `proveSignature` does that. */
export interface ReadToken extends NonNullable<ReturnType<typeof takeJwtApart>> {
  text: string
}

/** @returns undefined for a text that is no JWT. */
export function readToken(pasted: string): ReadToken | undefined {
  const text = pasted.trim()
  const parts = takeJwtApart(text)
  return parts && { text, ...parts }
}
