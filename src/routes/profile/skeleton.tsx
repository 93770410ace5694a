import { Card, Placeholder } from '@aws-amplify/ui-react'
import { PageTitle } from '../../ui/page-title.tsx'
import { profileWords } from '#words/profile'

/** Takes the room that the page will take, so that nothing moves when it arrives. */
export function ProfileSkeleton() {
  return (
    <>
      <PageTitle>{profileWords.title}</PageTitle>
      <Card className="profile-card profile-preview" aria-hidden="true">
        <Placeholder className="profile-avatar" />
        <Placeholder width="60%" />
        <Placeholder />
      </Card>
      <div className="profile-main" aria-busy="true">
        <span className="visually-hidden">{profileWords.loading}</span>
        <Card className="profile-card profile-skeleton-picture" aria-hidden="true">
          <Placeholder width="30%" />
          <Placeholder />
        </Card>
        <Card className="profile-card profile-skeleton-details" aria-hidden="true">
          <Placeholder width="30%" />
          <Placeholder size="large" />
          <Placeholder height="6rem" />
          <Placeholder size="large" />
        </Card>
      </div>
    </>
  )
}

export function AccountSkeleton() {
  return (
    <Card className="profile-card profile-account" aria-hidden="true">
      <Placeholder width="40%" />
      <Placeholder />
      <Placeholder size="large" />
    </Card>
  )
}
