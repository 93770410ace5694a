import { useRef } from 'react'
import { Form, redirect } from 'react-router-dom'
import type { ActionFunctionArgs } from 'react-router-dom'
import { parseCode, signUpCodeHours } from '../../auth/code-delivery.ts'
import { loadAuth } from '../../auth/load-auth.ts'
import {
  forgetEmail,
  forgetPendingCode,
  noteEmail,
  notePendingCode,
  readEmail,
  usePendingCode,
} from '../../auth/pending-code.ts'
import { paths } from '../../navigation/paths.ts'
import { parseReturnTo } from '../../navigation/return-to.ts'
import { useQuery } from '../../navigation/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/fields/code-field.tsx'
import { EmailField } from '../../ui/fields/email-field.tsx'
import { Link } from '../../ui/link.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { codeWords } from '#words/codes'
import { AuthPage } from './auth-page.tsx'
import { checkCode, checkEmail, textOf } from './check-form.ts'
import { refuse, refuseFor } from './form-problems.ts'
import { ResendCode, useResend } from './resend-code.tsx'
import { InboxCode } from './inbox-code.tsx'
import { useFormPage } from './use-form-page.ts'

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const email = textOf(form, 'email').trim()
  if (form.get('intent') === 'resend') return resend(email)
  const { searchParams, origin } = new URL(request.url)
  return confirm(email, parseCode(textOf(form, 'code')), {
    returnTo: searchParams.get('returnTo') ?? undefined,
    origin,
  })
}

async function confirm(
  email: string,
  code: string,
  { returnTo, origin }: { returnTo: string | undefined; origin: string },
) {
  const slips = [...checkEmail(email), ...checkCode(code)]
  if (slips.length > 0) return refuse(...slips)
  try {
    noteEmail(email)
    const auth = await loadAuth()
    const canGoOn = await auth.confirmSignUp(email, code)
    forgetPendingCode()
    if (!canGoOn || !(await auth.autoSignIn())) {
      return redirect(paths.signIn({ returnTo, notice: 'confirmed' }))
    }
    forgetEmail()
    return redirect(parseReturnTo(returnTo, origin))
  } catch (error) {
    return await refuseFor(error, 'confirmSignUp')
  }
}

async function resend(email: string) {
  const slips = checkEmail(email)
  if (slips.length > 0) return refuse(...slips)
  try {
    const auth = await loadAuth()
    const delivery = await auth.resendSignUpCode(email)
    notePendingCode({ purpose: 'sign-up', email, delivery, sentAtMs: Date.now() })
    const { resent, resentUnnamed } = codeWords.confirm
    return {
      problems: [],
      sent: delivery.destination ? resent(delivery.destination) : resentUnnamed,
    }
  } catch (error) {
    return await refuseFor(error, 'resendCode')
  }
}

export function Component() {
  const returnTo = useQuery().get('returnTo') ?? undefined
  const pending = usePendingCode('sign-up')
  const resending = useResend()
  const { problems, messageFor, isBusy } = useFormPage(resending.data)
  const code = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)
  return (
    <AuthPage
      title={codeWords.confirm.title}
      heading={codeWords.confirm.heading}
      intro={<SentTo destination={pending?.delivery.destination} isKnown={pending !== undefined} />}
      hasProblem={problems.length > 0}
      fact={codeWords.facts.confirm}
    >
      <Form
        ref={form}
        className="auth-form"
        method="post"
        action={paths.confirm({ returnTo })}
        noValidate
      >
        <ProblemSummary problems={problems} />
        {pending ? (
          <>
            <input type="hidden" name="email" value={pending.email} />
            <InboxCode pending={pending} fieldRef={code} />
          </>
        ) : (
          <EmailField autoComplete="username" remembered={readEmail} error={messageFor('email')} />
        )}
        <CodeField inputRef={code} error={messageFor('code')} />
        <Button type="submit" variation="primary" isLarge isBusy={isBusy}>
          {codeWords.confirm.submit}
        </Button>
      </Form>
      <div className="auth-more">
        <p>
          {codeWords.confirm.byLink}{' '}
          <Link className="link" to={paths.signIn({ returnTo })}>
            {codeWords.confirm.clicked}
          </Link>
        </p>
        <ResendCode
          fetcher={resending}
          action={paths.confirm({ returnTo })}
          pending={pending}
          emailFrom={() => textOf(new FormData(form.current ?? undefined), 'email')}
        />
        <Link className="link" to={paths.signUp({ returnTo })}>
          {codeWords.confirm.otherAddress}
        </Link>
        <Link className="link" to={paths.signIn({ returnTo })}>
          {codeWords.confirm.signIn}
        </Link>
      </div>
    </AuthPage>
  )
}

function SentTo({ destination, isKnown }: { destination: string | undefined; isKnown: boolean }) {
  if (!isKnown) return codeWords.confirm.notSent
  const { sent, sentTo, lifetime } = codeWords.confirm
  return `${destination ? sentTo(destination) : sent} ${lifetime(signUpCodeHours)}`
}
