/** The rules of the one stylesheet; their values are in `theme.ts`. No font or image is loaded. */
export const rules = `
* {
  box-sizing: border-box;
  margin: 0;
}

body {
  background: var(--page);
  color: var(--text);
  display: grid;
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  gap: 1.5rem;
  grid-template-rows: auto 1fr auto;
  justify-items: center;
  min-block-size: 100dvh;
  padding: clamp(1rem, 4vw, 2.5rem) 1rem;
}

.brand {
  align-items: center;
  display: flex;
  font-weight: 650;
  gap: 0.625rem;
}

.brand svg {
  block-size: 2rem;
  fill: var(--on-accent);
  inline-size: 2rem;
}

.brand rect {
  fill: var(--accent);
}

main {
  align-self: start;
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: var(--card-radius);
  display: grid;
  gap: 1.25rem;
  inline-size: min(100%, 28rem);
  margin-block-start: clamp(0rem, 6vh, 4rem);
  padding: clamp(1.25rem, 5vw, 2.5rem);
}

main.wide {
  inline-size: min(100%, 42rem);
}

h1 {
  color: var(--heading);
  font-size: clamp(1.5rem, 1.3rem + 1vw, 1.875rem);
  font-weight: 650;
  line-height: 1.2;
  text-wrap: balance;
}

h2 {
  font-size: 1rem;
}

form,
.field,
.stack {
  display: grid;
  gap: 1.25rem;
}

.field,
.stack {
  gap: 0.375rem;
}

label {
  font-weight: 600;
}

input {
  background: var(--card);
  border: 1px solid var(--field);
  border-radius: var(--field-radius);
  color: inherit;
  font: inherit;
  inline-size: 100%;
  min-block-size: 2.75rem;
  padding-inline: 0.75rem;
}

input[autocomplete='one-time-code'] {
  font-variant-numeric: tabular-nums;
  letter-spacing: 0.2em;
}

input[aria-invalid] {
  border-color: var(--bad-line);
  border-width: 2px;
}

:focus-visible {
  outline: 3px solid var(--ring);
  outline-offset: 2px;
}

button {
  background: var(--button);
  border: 1px solid transparent;
  border-radius: var(--button-radius);
  color: var(--on-button);
  cursor: pointer;
  font: inherit;
  font-weight: 600;
  min-block-size: 2.75rem;
  padding-inline: 1.25rem;
}

button:hover {
  background: var(--button-hover);
}

button.quiet:hover {
  background: none;
  border-color: currentcolor;
}

button.quiet {
  background: none;
  border-color: var(--line);
  color: var(--accent);
}

a {
  color: var(--accent);
}

a:hover {
  text-decoration: none;
}

.soft,
footer {
  color: var(--text-soft);
  font-size: 0.9375rem;
  text-wrap: pretty;
}

.fault {
  color: var(--bad);
  font-size: 0.9375rem;
}

.summary,
.notice {
  border-inline-start: 4px solid var(--bad-line);
  border-radius: 0.5rem;
  padding: 0.875rem 1rem;
}

.summary {
  background: var(--bad-page);
}

.summary h2,
.summary a {
  color: var(--bad);
}

.notice {
  background: var(--good-page);
  border-color: var(--accent);
  color: var(--good);
}

code {
  font-family: ui-monospace, 'Cascadia Code', Menlo, monospace;
  font-size: 0.875rem;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}

mark {
  background: var(--bad-line);
  border-radius: 0.125rem;
  color: var(--card);
  padding-inline: 0.125rem;
}

ul {
  padding-inline-start: 1.25rem;
}

@media (max-width: 30rem) {
  main {
    background: none;
    border: 0;
    padding: 0;
  }
}

@media (forced-colors: active) {
  mark {
    forced-color-adjust: none;
  }
}
`

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="2" y="2" width="28" height="28" rx="9" fill="#0b6354"/><path fill="#fff" d="M16 8a4.5 4.5 0 0 1 2.4 8.3l2.1 6.9a1 1 0 0 1-1 1.3h-7a1 1 0 0 1-1-1.3l2.1-6.9A4.5 4.5 0 0 1 16 8z"/></svg>`
