/** Two overlapping pages and a keyhole: somebody, and what is theirs. Also `public/favicon.svg`. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="logo-back" x="2" y="2" width="28" height="28" rx="9" />
      <circle className="logo-front" cx="16" cy="12.5" r="4.5" />
      <path className="logo-front" d="M13.6 15h4.8l2.1 8.2a1 1 0 0 1-1 1.3h-7a1 1 0 0 1-1-1.3z" />
    </svg>
  )
}
