import './profile.css'
import { Suspense, useState } from 'react'
import { Await, useLoaderData } from 'react-router-dom'
import type { ActionFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router-dom'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { profileWords } from '../../ui/wording/profile.en.ts'
import { AccountCard } from './account-card.tsx'
import { submit, type Submission } from './actions.ts'
import { loadPage } from './load-page.ts'
import { LoadProblem } from './load-problem.tsx'
import { ProfileEditor } from './profile-editor.tsx'
import { AccountSkeleton, ProfileSkeleton } from './skeleton.tsx'

export { ProfileError as ErrorBoundary } from './profile-error.tsx'

export function loader() {
  return loadPage()
}

export async function action({ request }: ActionFunctionArgs) {
  return submit((await request.json()) as Submission)
}

/** An action answers with what is stored now; reading it again would only show it later. */
export function shouldRevalidate({
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return formMethod === undefined && defaultShouldRevalidate
}

export function Component() {
  const { profile, attributes } = useLoaderData<typeof loader>()
  const [isAccountDirty, setIsAccountDirty] = useState(false)
  return (
    <div className="profile-page">
      <header className="profile-header">
        <PageHeading>{profileWords.heading}</PageHeading>
        <p>{profileWords.intro}</p>
      </header>
      <Suspense fallback={<ProfileSkeleton />}>
        <Await resolve={profile}>
          {(loaded) =>
            loaded.problem ? (
              <div className="profile-main">
                <PageTitle hasProblem={loaded.problem.trouble !== 'notConfigured'}>
                  {profileWords.title}
                </PageTitle>
                <LoadProblem problem={loaded.problem} />
              </div>
            ) : (
              <ProfileEditor
                key={loaded.value.owner.sub}
                opened={loaded.value}
                isAccountDirty={isAccountDirty}
              />
            )
          }
        </Await>
      </Suspense>
      <Suspense fallback={<AccountSkeleton />}>
        <Await resolve={attributes}>
          {(loaded) => <AccountCard loaded={loaded} onDirty={setIsAccountDirty} />}
        </Await>
      </Suspense>
    </div>
  )
}
