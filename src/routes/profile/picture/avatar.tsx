import { profileWords } from '#words/profile'
import type { ShownPicture } from './use-picture-url.ts'

const words = profileWords.preview

export function Avatar({ name, picture }: { name: string; picture: ShownPicture }) {
  if (picture.state === 'shown') {
    return <img className="profile-avatar" src={picture.url} alt={words.pictureOf(name)} />
  }
  return (
    <div
      className="profile-avatar profile-avatar-empty"
      data-loading={picture.state === 'loading'}
      role="img"
      aria-label={words.noPicture}
    >
      {name ? <span aria-hidden="true">{initialsOf(name)}</span> : <Silhouette />}
    </div>
  )
}

function Silhouette() {
  return (
    <svg className="profile-silhouette" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="8.5" r="4" />
      <path d="M4 21a8 8 0 0 1 16 0z" />
    </svg>
  )
}

/** First and last word's first letter; nothing says more than a wrong guess. */
function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => Array.from(word)[0] ?? [])
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('').toUpperCase()
}
