import { signUp } from '../../user-pools/operations/sign-up.ts'
import { asClient } from '../as-client.ts'
import type { ManagedLoginContext } from '../context.ts'
import { mayOmitPassword } from '../sign-in/choice-based.ts'
import { openForm, openPage, type OpenForm } from '../open-page.ts'
import { usernameField } from '../pages/fields.ts'
import type { Problem } from '../../authorization-server/field.ts'
import { providerChoice } from '../pages/provider-buttons.ts'
import { attributesToAsk, signUpPage } from '../pages/sign-up-page.ts'
import { goOn, holdSignUp } from '../sign-in/pending-sign-in.ts'
import { findSlip, problemFrom } from '../problem.ts'
import { attributeField } from '../pages/attribute-field.ts'

/** GET /signup */
export async function showSignUp(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const { show, frame, authorization } = await openPage(ctx, request)
  const choice = providerChoice(authorization, frame)
  const { pool } = authorization
  return show(signUpPage({ pool, frame, choice, mayOmitPassword: mayOmitPassword(authorization) }))
}

/**
 * POST /signup: adds a user; the next page asks for the code that was sent. Whom PreSignUp confirms has
 * none to give, and is signed in.
 */
export async function createAccount(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  const page = await openForm(ctx, request)
  const { authorization, form, frame } = page
  const { words } = frame
  const { pool } = authorization
  const names = attributesToAsk(pool)
  const inputs = [
    usernameField(pool, words),
    ...names.map((name) => attributeField(name, words)),
    // Where it is optional, one that was typed is looked at all the same.
    ...(form.has('password') || !mayOmitPassword(authorization)
      ? [{ name: 'password', label: words.password }]
      : []),
  ]
  const slip = findSlip(form, inputs, words)
  if (slip) return showAgain(page, slip)

  const username = form.get('username') ?? ''
  try {
    const {
      UserSub = '',
      UserConfirmed,
      CodeDeliveryDetails,
    } = await signUp(
      {
        ...(await asClient(ctx, authorization, username)),
        ...(form.has('password') && { Password: form.get('password') ?? '' }),
        UserAttributes: names.map((name) => ({ Name: name, Value: form.get(name) ?? '' })),
      },
      ctx,
    )
    const user = ctx.users.findBySub(pool, UserSub)
    if (user && UserConfirmed) {
      const { client } = authorization
      return await goOn(ctx, request, page, { pool, client, user, proved: ['SIGN_UP'] })
    }
    const session = user && (await holdSignUp(ctx, authorization, user))
    const destination = CodeDeliveryDetails?.Destination
    return page.goTo('/confirmUser', {
      username,
      ...(session !== undefined && { session }),
      ...(destination !== undefined && { destination }),
    })
  } catch (error) {
    return showAgain(page, problemFrom(error, words))
  }
}

function showAgain({ show, authorization, frame, form }: OpenForm, problem: Problem): Response {
  const { pool } = authorization
  const choice = providerChoice(authorization, frame)
  const may = mayOmitPassword(authorization)
  const shown = { pool, frame, choice, mayOmitPassword: may, values: form, problem }
  return show(signUpPage(shown), problem)
}
