interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (text: string, type: string, sink: string) => string | null },
  ): unknown
}

/**
 * Under `require-trusted-types-for 'script'` Amplify's storage could not read S3's answers: it parses
 * XML with DOMParser, which makes a document that nothing runs and nobody sees. That one sink is
 * allowed; every other string that would become markup stays refused.
 *
 * @see https://w3c.github.io/trusted-types/dist/spec/#default-policy-hdr
 */
export function allowXmlParsing(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', {
    createHTML: (text, _type, sink) => (sink === 'DOMParser parseFromString' ? text : null),
  })
}
