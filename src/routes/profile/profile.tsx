import './profile.css'
import { Suspense, useEffect, useState } from 'react'
import { Await, useLoaderData } from 'react-router-dom'
import type { ActionFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router-dom'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { profileWords } from '#words/profile'
import { AccountCard } from './account/account-card.tsx'
import { AccountOnly } from './account/account-only.tsx'
import { nothingBeside } from './account/beside.ts'
import { submit, type Submission } from './actions.ts'
import { loadPage } from './load-page.ts'
import { LoadProblem } from './load-problem.tsx'
import { ProfileEditor } from './details/profile-editor.tsx'
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
  // The heading stands outside of what waits: it has the focus, and would lose it when it is shown anew.
  return (
    <div className="profile-page">
      <header className="profile-header">
        <PageHeading>{profileWords.heading}</PageHeading>
        <p>
          <Suspense fallback={profileWords.intro}>
            <Await resolve={missing}>
              {(places) =>
                isAccountOnly(places) ? profileWords.accountOnly.intro : profileWords.intro
              }
            </Await>
          </Suspense>
        </p>
      </header>
      <Suspense
        fallback={
          <>
            <ProfileSkeleton />
            <AccountSkeleton />
          </>
        }
      >
        <Await resolve={missing}>
          {(places) =>
            isAccountOnly(places) ? (
              <Suspense fallback={<ProfileSkeleton />}>
                <Await resolve={attributes}>
                  {(loaded) => <AccountOnly missing={places.value} loaded={loaded} />}
                </Await>
              </Suspense>
            ) : (
              <WholeProfile profile={profile} attributes={attributes} />
            )
          }
        </Await>
      </Suspense>
    </div>
  )
}

type Places = Awaited<ReturnType<typeof loadPage>['missing']>

function isAccountOnly(places: Places): places is Places & { problem?: never } {
  return !places.problem && places.value.length > 0
}

function WholeProfile({
  profile,
  attributes,
}: Pick<ReturnType<typeof loadPage>, 'profile' | 'attributes'>) {
  const [account, setAccount] = useState(nothingBeside)
  const hasForm = useHasForm(profile)
  return (
    <>
      <Suspense fallback={<ProfileSkeleton />}>
        <Await resolve={profile}>
          {(loaded) =>
            loaded.problem ? (
              <div className="profile-main">
                <PageTitle hasProblem>{profileWords.title}</PageTitle>
                <LoadProblem problem={loaded.problem} />
              </div>
            ) : (
              <ProfileEditor key={loaded.value.owner.sub} opened={loaded.value} account={account} />
            )
          }
        </Await>
      </Suspense>
      <Suspense fallback={<AccountSkeleton />}>
        <Await resolve={attributes}>
          {(loaded) => (
            <AccountCard loaded={loaded} isSavedBeside={hasForm} onChange={setAccount} />
          )}
        </Await>
      </Suspense>
    </>
  )
}

/** Until the profile is known not to be shown, its form is on its way. */
function useHasForm(profile: ReturnType<typeof loadPage>['profile']): boolean {
  const [hasForm, setHasForm] = useState(true)
  useEffect(() => {
    let isCurrent = true
    void profile.then((loaded) => {
      if (isCurrent) setHasForm(!loaded.problem && loaded.value.kind !== 'newer')
    })
    return () => {
      isCurrent = false
    }
  }, [profile])
  return hasForm
}
