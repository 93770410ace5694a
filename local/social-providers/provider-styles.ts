import { html, type Html } from '../http/html.ts'
import type { Slug } from './registration.ts'

interface ProviderStyle {
  light: Readonly<Record<string, string>>
  dark: Readonly<Record<string, string>>
  /** What is laid out another way. */
  rules: string
}

/** Colours and shapes that let one tell them apart at a glance. No font or image is loaded. */
export const providerStyles: Readonly<Record<Slug, ProviderStyle>> = {
  google: {
    light: {
      accent: '#1a5bc4',
      'on-accent': '#fff',
      'button-hover': '#12448f',
      ring: '#7aa7ee',
      page: '#f1f4f9',
      line: '#d5dbe5',
      'card-radius': '1.75rem',
      'button-radius': '2rem',
    },
    dark: {
      accent: '#a5c4fb',
      'on-accent': '#0b2350',
      'button-hover': '#cbdcfd',
      ring: '#4a74b8',
      page: '#10141b',
      card: '#191f29',
      line: '#38414f',
    },
    rules: `
.brand span { font-weight: 500; letter-spacing: -0.01em; }
h1 { font-weight: 450; }
.person { border: 0; border-block-end: 1px solid var(--line); border-radius: 0; padding-inline: 0.25rem; }
.people { gap: 0; }
@media (max-width: 30rem) { .people { border-radius: 1rem; overflow: hidden; } .person { padding-inline: 0.75rem; } .person:last-child { border: 0; } }
`,
  },
  facebook: {
    light: {
      accent: '#1b53b1',
      'on-accent': '#fff',
      'button-hover': '#123c83',
      ring: '#82aaf0',
      page: '#e6ecf5',
      line: '#cdd6e4',
      'card-radius': '0.625rem',
      'button-radius': '0.375rem',
    },
    dark: {
      accent: '#9fc0ff',
      'on-accent': '#071f4a',
      'button-hover': '#c7daff',
      ring: '#4672c4',
      page: '#121620',
      card: '#1c2230',
      line: '#3a4459',
    },
    rules: `
body { padding-block-start: 0; }
.brand { background: #17458f; color: #fff; inline-size: calc(100% + 2rem); justify-content: center; padding-block: 0.75rem; }
.brand svg { color: #fff; fill: #17458f; }
.avatar { border-radius: 0.5rem; }
@media (min-width: 30.01rem) { main { border: 0; box-shadow: 0 2px 12px rgb(12 30 66 / 14%); } }
`,
  },
  apple: {
    light: {
      accent: '#111',
      'on-accent': '#fff',
      'button-hover': '#3a3a3c',
      ring: '#7d7d85',
      page: '#fff',
      line: '#d6d6da',
      'card-radius': '1.5rem',
      'button-radius': '0.875rem',
    },
    dark: {
      accent: '#f4f4f6',
      'on-accent': '#111',
      'button-hover': '#cfcfd4',
      ring: '#8e8e96',
      page: '#000',
      card: '#141416',
      line: '#3b3b40',
    },
    rules: `
.brand { flex-direction: column; }
.brand svg { block-size: 2.75rem; inline-size: 2.75rem; }
h1, h1 + .soft { text-align: center; }
h1 { font-weight: 700; letter-spacing: -0.02em; }
.person { background: color-mix(in srgb, var(--text) 5%, transparent); border-color: transparent; }
`,
  },
  amazon: {
    light: {
      accent: '#7a4a00',
      'on-accent': '#fff',
      button: '#f3b73e',
      'on-button': '#1d1400',
      'button-hover': '#e5a21c',
      ring: '#c07d10',
      page: '#f6f2ea',
      line: '#dcd3c2',
      'card-radius': '0.375rem',
      'field-radius': '0.25rem',
      'button-radius': '0.25rem',
    },
    dark: {
      accent: '#f5c566',
      'on-accent': '#2a1b00',
      'button-hover': '#ffd789',
      ring: '#9a6d1d',
      page: '#16130d',
      card: '#201c14',
      line: '#463e2e',
    },
    rules: `
@media (min-width: 30.01rem) { main { border-block-start: 4px solid var(--button); } }
.avatar { border-radius: 0.25rem; }
.person { border-radius: 0.25rem; }
`,
  },
  company: {
    light: {
      accent: '#5b3b9c',
      'on-accent': '#fff',
      'button-hover': '#432a77',
      ring: '#a88ad9',
      page: '#f4f1f9',
      line: '#d8d0e6',
      'card-radius': '0',
      'field-radius': '0',
      'button-radius': '0',
    },
    dark: {
      accent: '#cbb5f5',
      'on-accent': '#24124b',
      'button-hover': '#e2d6fb',
      ring: '#7353b3',
      page: '#141019',
      card: '#1e1926',
      line: '#423853',
    },
    rules: `
.brand { text-transform: uppercase; letter-spacing: 0.08em; font-size: 0.875rem; }
@media (min-width: 30.01rem) { main { border-inline-start: 6px solid var(--accent); } }
.avatar { border-radius: 0; }
.person { border-radius: 0; }
`,
  },
}

/** Drawn in the colour of the text, on which `fill` shows: a key, people, a lock, a parcel, a house. */
export const marks: Readonly<Record<Slug, Html>> = {
  google: html`<circle cx="16" cy="16" r="15" fill="currentcolor" /><path
      fill-rule="evenodd"
      d="M12 9.5a6 6 0 0 1 5.7 4.2h6.8a1 1 0 0 1 1 1v2.6a1 1 0 0 1-1 1h-1.2v2.2a1 1 0 0 1-1 1h-1.6a1 1 0 0 1-1-1v-2.2h-2A6 6 0 1 1 12 9.5zm0 3.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z"
    />`,
  facebook: html`<rect x="1" y="1" width="30" height="30" rx="7" fill="currentcolor" /><circle
      cx="12"
      cy="12"
      r="4"
    /><path d="M4.5 24c0-4.4 3.3-7 7.5-7s7.5 2.6 7.5 7z" /><circle cx="21.5" cy="13" r="3" /><path
      d="M20.5 17.200c3.8-.5 7 1.8 7 5.800h-5.700c-.1-2.3-.6-4.3-1.3-5.800z"
    />`,
  apple: html`<rect x="1" y="1" width="30" height="30" rx="10" fill="currentcolor" /><path
      fill-rule="evenodd"
      d="M10.5 14v-2.500a5.5 5.5 0 0 1 11 0V14h.5a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zm3 0h5v-2.500a2.5 2.5 0 0 0-5 0z"
    />`,
  amazon: html`<rect x="1" y="1" width="30" height="30" rx="3" fill="currentcolor" /><path
      d="M7 10h7v5h4v-5h7v14H7zM9.5 6.500h13L25 9H7z"
    />`,
  company: html`<path fill="currentcolor" d="M1 1h30v30H1z" /><path
      fill-rule="evenodd"
      d="M8 7h16v18h-6v-4h-4v4H8zm3 3v2.500h3V10zm7 0v2.500h3V10zm-7 5v2.500h3V15zm7 0v2.500h3V15z"
    />`,
}
