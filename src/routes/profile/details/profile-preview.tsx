import { Card } from '@aws-amplify/ui-react'
import { linkText, parseLink } from '../../../profile/link.ts'
import type { ProfileFields } from '../../../profile/profile.ts'
import { profileWords } from '#words/profile'
import { Avatar } from '../picture/avatar.tsx'
import type { ShownPicture } from '../picture/use-picture-url.ts'

const words = profileWords.preview

/** How the profile looks, as it is typed. */
export function ProfilePreview({ form, picture }: { form: ProfileFields; picture: ShownPicture }) {
  const name = form.displayName.trim()
  const links = form.links.map(parseLink).flatMap((link) => ('href' in link ? link.href : []))
  return (
    <Card as="section" className="profile-card profile-preview" aria-label={words.label}>
      <Avatar name={name} picture={picture} />
      <h2 className="profile-name" dir="auto" data-empty={name === ''}>
        {name || words.unnamed}
      </h2>
      <p className="profile-bio" dir="auto" data-empty={form.bio.trim() === ''}>
        {form.bio.trim() || words.noBio}
      </p>
      {links.length > 0 && (
        <ul className="profile-link-list" aria-label={words.links}>
          {[...new Set(links)].map((href) => (
            <li key={href}>
              <a className="link" href={href} target="_blank" rel="noopener noreferrer nofollow">
                {linkText(href)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
