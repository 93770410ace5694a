/**
 * The rules that all pages share. Their values are custom properties, which each server sets: `page`,
 * `card`, `accent`, `text`, `line` and so on. No font or image is loaded.
 */
export const pageRules = `
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
  overflow-wrap: anywhere;
  padding: clamp(1rem, 4vw, 2.5rem) 1rem;
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

footer {
  max-inline-size: 42rem;
  text-align: center;
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
  footer {
    text-align: start;
  }

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
