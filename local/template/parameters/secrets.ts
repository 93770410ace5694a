/** What no message may show: values of parameters with `NoEcho`, and what is made of them. */
export interface Secrets {
  add(text: string): void
  /** Parts of a text that has a secret in it may be parts of the secret. */
  addParts(whole: string, parts: readonly string[]): void
  /** `message` with each secret in it, plain or as JSON spells it, replaced. */
  redact(message: string): string
}

const mark = '(not shown)'

export function createSecrets(): Secrets {
  const spellings = new Set<string>()

  function add(text: string): void {
    if (text === '') return
    spellings.add(text)
    // Messages quote with JSON.stringify: line breaks and quotes look different in them.
    spellings.add(JSON.stringify(text).slice(1, -1))
  }

  return {
    add,
    addParts(whole, parts) {
      if ([...spellings].some((secret) => whole.includes(secret))) parts.forEach(add)
    },
    redact(message) {
      // The longest first: one secret may be the beginning of another.
      const longestFirst = [...spellings].sort((a, b) => b.length - a.length)
      return longestFirst.reduce((text, secret) => text.replaceAll(secret, mark), message)
    },
  }
}
