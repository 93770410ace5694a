import { pageRules } from '../../authorization-server/page-style.ts'

/** The rules of the one stylesheet; their values are in `theme.ts`. */
export const rules = `${pageRules}
.brand {
  align-items: center;
  display: flex;
  font-weight: 650;
  gap: 0.625rem;
}

a.button {
  border: 1px solid var(--field);
  border-radius: var(--button-radius);
  color: var(--text);
  display: grid;
  font-weight: 600;
  min-block-size: 2.75rem;
  padding-inline: 1.25rem;
  place-items: center;
  text-align: center;
  text-decoration: none;
}

a.button:hover {
  border-color: currentcolor;
}

.providers {
  display: grid;
  gap: 0.75rem;
}

.divider {
  align-items: center;
  color: var(--text-soft);
  display: flex;
  gap: 0.75rem;
}

.divider::before,
.divider::after {
  border-block-start: 1px solid var(--line);
  content: '';
  flex: 1;
}

/* Korean has spaces between its words, and is read best when lines break there. */
:lang(ko) {
  word-break: keep-all;
}

/* Japanese has none; browsers that know its phrases break between them. */
:lang(ja) {
  word-break: auto-phrase;
}

/* Apps read dark on light alone, whatever the page's colours. */
.qr-code svg {
  background: #fff;
  border-radius: 0.5rem;
  display: block;
  fill: #000;
  inline-size: min(100%, 14rem);
  margin-inline: auto;
}

.qr-code .light {
  fill: #fff;
}

.secret {
  overflow-wrap: anywhere;
  user-select: all;
}

input[autocomplete='one-time-code'] {
  font-variant-numeric: tabular-nums;
  letter-spacing: 0.2em;
}
`
