/**
 * A provider's own mark, in the form and the colours that its brand rules ask for, from
 * `public/providers.svg`; one sign for all others. See `docs/make-it-yours.md`.
 */
export function ProviderMark({ provider }: { provider: string }) {
  const mark = marks.has(provider) ? provider : 'OpenID'
  return (
    <svg className="provider-mark" aria-hidden="true" focusable="false">
      <use href={`/providers.svg#${mark}`} />
    </svg>
  )
}

const marks: ReadonlySet<string> = new Set(['Google', 'Facebook', 'Apple', 'Amazon'])
