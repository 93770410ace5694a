/** What the providers' pages have beside the rules that all pages share. */
export const providerRules = `
header {
  display: grid;
  gap: 0.75rem;
  inline-size: 100%;
  justify-items: center;
}

.brand {
  align-items: center;
  display: flex;
  font-weight: 650;
  gap: 0.625rem;
}

.brand svg {
  block-size: 2rem;
  color: var(--accent);
  fill: var(--on-accent);
  inline-size: 2rem;
}

.stand-in {
  background: color-mix(in srgb, var(--accent) 12%, transparent);
  border-radius: 1rem;
  font-size: 0.875rem;
  padding: 0.25rem 0.875rem;
  text-align: center;
  text-wrap: balance;
}

main {
  margin-block-start: 0;
}

.people {
  display: grid;
  gap: 0.75rem;
  list-style: none;
  padding: 0;
}

.person {
  align-items: center;
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  display: flex;
  gap: 0.875rem;
  padding: 0.75rem;
  position: relative;
}

.person::after {
  border-block-start: 2px solid;
  border-inline-end: 2px solid;
  block-size: 0.5rem;
  color: var(--text-soft);
  content: '';
  flex: none;
  inline-size: 0.5rem;
  margin-inline-start: auto;
  rotate: 45deg;
}

.person:hover {
  border-color: var(--accent);
}

.person:focus-within:has(:focus-visible) {
  outline: 3px solid var(--ring);
  outline-offset: 2px;
}

.who {
  display: grid;
  min-inline-size: 0;
  overflow-wrap: anywhere;
}

button.whole {
  background: none;
  border: 0;
  color: var(--accent);
  min-block-size: 1.5rem;
  padding: 0;
  text-align: start;
}

button.whole:hover {
  background: none;
  text-decoration: underline;
}

button.whole:focus-visible {
  outline: none;
}

button.whole::after {
  content: '';
  inset: 0;
  position: absolute;
}

.avatar {
  block-size: 2.75rem;
  border-radius: 50%;
  color: #fff;
  display: grid;
  flex: none;
  font-weight: 600;
  inline-size: 2.75rem;
  place-items: center;
}

.tone-0 { background: #0b5c4d; }
.tone-1 { background: #6b3fa0; }
.tone-2 { background: #8a4b08; }
.tone-3 { background: #1d4f91; }
.tone-4 { background: #8a2846; }
.tone-5 { background: #3d5a1e; }

.alone {
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  display: grid;
  gap: 0.5rem;
  justify-items: center;
  overflow-wrap: anywhere;
  padding: 1.5rem 1rem;
  text-align: center;
}

.alone .avatar {
  block-size: 4.5rem;
  font-size: 1.5rem;
  inline-size: 4.5rem;
}

.note {
  color: var(--text-soft);
  font-size: 0.8125rem;
}

.tick {
  align-items: center;
  display: flex;
  gap: 0.625rem;
  min-block-size: 1.75rem;
}

.tick input {
  accent-color: var(--accent);
  block-size: 1.25rem;
  flex: none;
  inline-size: 1.25rem;
  min-block-size: 0;
}

.tick label {
  font-weight: 400;
}

fieldset {
  border: 0;
  display: grid;
  gap: 0.25rem;
  padding: 0;
}

legend {
  font-weight: 600;
  margin-block-end: 0.25rem;
  padding: 0;
}

details {
  border-block-start: 1px solid var(--line);
  padding-block-start: 1.25rem;
}

summary {
  color: var(--accent);
  cursor: pointer;
  font-weight: 600;
  min-block-size: 1.5rem;
}

.developers summary {
  color: var(--text-soft);
  font-size: 0.9375rem;
  font-weight: 400;
}

details[open] > summary {
  margin-block-end: 1rem;
}

@media (max-width: 30rem) {
  .person {
    background: var(--card);
  }

  .person .avatar {
    block-size: 2.25rem;
    font-size: 0.875rem;
    inline-size: 2.25rem;
  }
}
`
