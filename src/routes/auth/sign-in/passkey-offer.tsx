import { Form, redirect } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { notePasskeyOffered } from '../../../auth/account/passkey-offer.ts'
import { addPasskey } from '../../../auth/account/passkeys.ts'
import { paths } from '../../../navigation/paths.ts'
import { parseReturnTo } from '../../../navigation/return-to.ts'
import { useQuery } from '../../../navigation/use-query.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemSummary } from '../../../ui/problem-summary.tsx'
import { passkeyOfferWords as words } from '#words/passkey-offer'
import { AuthPage } from '../auth-page.tsx'
import { refuseFor } from '../form-problems.ts'
import { useFormPage } from '../use-form-page.ts'

/** Shown is offered, whatever comes of it. */
export async function loader() {
  await notePasskeyOffered()
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const { searchParams, origin } = new URL(request.url)
  try {
    if ((await request.formData()).get('answer') === 'add') await addPasskey()
    return redirect(parseReturnTo(searchParams.get('returnTo'), origin))
  } catch (error) {
    return await refuseFor(error, 'passkey')
  }
}

export function Component() {
  const returnTo = useQuery().get('returnTo') ?? undefined
  const { problems, isBusy } = useFormPage()
  return (
    <AuthPage
      title={words.title}
      intro={words.intro}
      hasProblem={problems.length > 0}
      fact={words.fact}
    >
      <Form className="auth-form" method="post" action={paths.passkeyOffer({ returnTo })}>
        <ProblemSummary problems={problems} />
        <Button type="submit" name="answer" value="add" variation="primary" isLarge isBusy={isBusy}>
          {words.add}
        </Button>
        <Button type="submit" name="answer" value="skip" isLarge>
          {words.skip}
        </Button>
        <p className="options-note">{words.later}</p>
      </Form>
    </AuthPage>
  )
}
