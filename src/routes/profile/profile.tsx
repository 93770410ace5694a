import './profile.css'
import { Suspense, useState, type ReactNode } from 'react'
import { Await, useLoaderData } from 'react-router-dom'
import type { ActionFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router-dom'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { profileWords } from '../../ui/wording/profile.en.ts'
import { AccountCard } from './account-card.tsx'
import { AccountOnly } from './account-only.tsx'
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
  const { missing, profile, attributes } = useLoaderData<typeof loader>()
  const loading = (
    <Page>
      <ProfileSkeleton />
      <AccountSkeleton />
    </Page>
  )
  return (
    <Suspense fallback={loading}>
      <Await resolve={missing}>
        {(places) =>
          !places.problem && places.value.length > 0 ? (
            <Page intro={profileWords.accountOnly.intro}>
              <Suspense fallback={<ProfileSkeleton />}>
                <Await resolve={attributes}>
                  {(loaded) => <AccountOnly missing={places.value} loaded={loaded} />}
                </Await>
              </Suspense>
            </Page>
          ) : (
            <WholeProfile profile={profile} attributes={attributes} />
          )
        }
      </Await>
    </Suspense>
  )
}

function Page({ intro = profileWords.intro, children }: { intro?: string; children: ReactNode }) {
  return (
    <div className="profile-page">
      <header className="profile-header">
        <PageHeading>{profileWords.heading}</PageHeading>
        <p>{intro}</p>
      </header>
      {children}
    </div>
  )
}

function WholeProfile({
  profile,
  attributes,
}: Pick<ReturnType<typeof loadPage>, 'profile' | 'attributes'>) {
  const [isAccountDirty, setIsAccountDirty] = useState(false)
  return (
    <Page>
      <Suspense fallback={<ProfileSkeleton />}>
        <Await resolve={profile}>
          {(loaded) =>
            loaded.problem ? (
              <div className="profile-main">
                <PageTitle hasProblem>{profileWords.title}</PageTitle>
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
    </Page>
  )
}
