/** Written by `npm run brand`, of `brand.json`. */
export const brand = {
  name: 'Cognito Starter',
  light: { accent: '#0b6354', onAccent: '#ffffff' },
  dark: { accent: '#6fd6c0', onAccent: '#0b211c' },
}

/** `public/favicon.svg`. */
export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <style>
    .b { fill: #0b6354 }
    .f { fill: #fff }
    @media (prefers-color-scheme: dark) {
      .b { fill: #6fd6c0 }
      .f { fill: #0c1f1b }
    }
  </style>
  <rect class="b" x="2" y="2" width="28" height="28" rx="9" />
  <circle class="f" cx="16" cy="12.5" r="4.5" />
  <path class="f" d="M13.6 15h4.8l2.1 8.2a1 1 0 0 1-1 1.3h-7a1 1 0 0 1-1-1.3z" />
</svg>
`
