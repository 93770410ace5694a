import { html, type Html } from '../../http/html.ts'
import { initialsOf, type Person } from './person.ts'

const grounds = ['#0b5c4d', '#6b3fa0', '#8a4b08', '#1d4f91', '#8a2846', '#3d5a1e']

/** A person's initials as an SVG image, on a ground that is always theirs. */
export function pictureOf(person: Person): Html {
  const ground = grounds[groundOf(person.name, grounds.length)]
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
    <rect width="96" height="96" fill="${ground}" />
    <text
      x="48"
      y="48"
      fill="#fff"
      font-family="system-ui, sans-serif"
      font-size="38"
      font-weight="600"
      text-anchor="middle"
      dominant-baseline="central"
    >
      ${initialsOf(person)}
    </text>
  </svg>`
}

/** The same for the same name at every provider. */
export function groundOf(name: string, count: number): number {
  const hash = Array.from(name).reduce(
    (sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1009,
    0,
  )
  return hash % count
}
