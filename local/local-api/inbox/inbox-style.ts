import { brand } from '../../core/brand.ts'

/** The app's own colours; no font and no image is loaded. */
export const inboxStyle = `:root {
  color-scheme: light dark;
  --accent: light-dark(${brand.light.accent}, ${brand.dark.accent});
  --on-accent: light-dark(${brand.light.onAccent}, ${brand.dark.onAccent});
  --text: light-dark(#17201e, #eaf0ee);
  --soft: light-dark(#4d5955, #b3beba);
  --page: light-dark(#fbfaf7, #101514);
  --card: light-dark(#fff, #181f1d);
  --line: light-dark(#d9dbd4, #36413d);
  --field: light-dark(#868f8b, #75817d);
  --bad: light-dark(#8f1d1d, #ffb4ab);
}

* {
  box-sizing: border-box;
  margin: 0;
}

[hidden] {
  display: none !important;
}

body {
  background: var(--page);
  color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  min-block-size: 100dvh;
  overflow-wrap: anywhere;
}

header {
  align-items: center;
  border-block-end: 1px solid var(--line);
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1rem;
  justify-content: space-between;
  padding: 1rem clamp(1rem, 4vw, 2rem);
}

.brand {
  font-weight: 650;
}

#state {
  color: var(--soft);
  font-size: 0.875rem;
}

main {
  display: grid;
  gap: 1rem;
  margin-inline: auto;
  max-inline-size: 44rem;
  padding: clamp(1.25rem, 5vw, 3rem) clamp(1rem, 4vw, 2rem);
}

h1 {
  font-size: clamp(1.75rem, 1.45rem + 1.4vw, 2.25rem);
  font-weight: 650;
  line-height: 1.15;
}

h2 {
  font-size: 1.0625rem;
}

.soft {
  color: var(--soft);
}

.box {
  background: var(--card);
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  display: grid;
  gap: 0.5rem;
  padding: 1rem clamp(1rem, 4vw, 1.5rem);
}

#inbox,
#messages,
form {
  display: grid;
  gap: 0.75rem;
}

#messages {
  list-style: none;
  padding: 0;
}

.row {
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 0.75rem 1rem;
}

code {
  font-family: ui-monospace, 'Cascadia Code', Menlo, monospace;
}

.code {
  font-size: 1.75rem;
  font-variant-numeric: tabular-nums;
  letter-spacing: 0.08em;
}

.body {
  margin-block-start: 0.5rem;
  white-space: pre-wrap;
}

label {
  font-weight: 550;
}

input,
select,
button {
  background: var(--card);
  border: 1px solid var(--field);
  border-radius: 0.5rem;
  color: inherit;
  font: inherit;
  min-block-size: 2.75rem;
  padding-inline: 0.875rem;
}

input {
  flex: 1 1 12rem;
  min-inline-size: 0;
}

select {
  inline-size: 100%;
}

button {
  background: var(--accent);
  border-color: transparent;
  color: var(--on-accent);
  cursor: pointer;
  font-weight: 600;
}

:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}

summary {
  color: var(--soft);
  cursor: pointer;
  font-size: 0.875rem;
}

.fault {
  color: var(--bad);
}

.hidden {
  block-size: 1px;
  clip-path: inset(50%);
  inline-size: 1px;
  overflow: hidden;
  position: absolute;
  white-space: nowrap;
}
`
