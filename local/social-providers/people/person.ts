/** Somebody with an account at a provider. */
export interface Person {
  /** The provider's id of the account, in its own shape. */
  subject: string
  name: string
  givenName: string
  familyName: string
  email?: string
  /** What the provider says of the address, where it says anything. */
  emailVerified: boolean
  postalCode?: string
}

/** The last word is the family name, what comes before it the given one. */
export function splitName(name: string): Pick<Person, 'name' | 'givenName' | 'familyName'> {
  const words = name.trim().split(/\s+/)
  const familyName = words.length > 1 ? (words.at(-1) ?? '') : ''
  const givenName = words.length > 1 ? words.slice(0, -1).join(' ') : (words[0] ?? '')
  return { name: words.join(' '), givenName, familyName }
}

/** One or two letters that stand for a picture. */
export function initialsOf({ givenName, familyName }: Person): string {
  const letters = [givenName, familyName].map((part) => Array.from(part)[0] ?? '')
  return letters.join('').toUpperCase()
}
