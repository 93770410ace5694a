import { answerChallenge } from '../../user-pools/challenges/answer-challenge.ts'
import { missingAttributes } from '../../user-pools/challenges/new-password-required.ts'
import type { UserRecord } from '../../user-pools/model.ts'
import type { ManagedLoginContext } from '../context.ts'
import { openForm, openPage, type OpenPage } from '../open-page.ts'
import type { Problem } from '../../authorization-server/field.ts'
import { ownPasswordPage } from '../pages/password-pages.ts'
import { findHeldSignIn, goOn, signInAgain } from '../pending-sign-in.ts'
import { findSlip, problemFrom } from '../problem.ts'
import { attributeField } from '../pages/attribute-field.ts'

const kind = 'NEW_PASSWORD_REQUIRED'

/** GET /changePassword: follows a temporary password. */
export async function showChangePassword(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const page = await openPage(ctx, request)
  const user = await findHeldUser(ctx, page)
  return user ? show(page, user) : signInAgain(page)
}

/** POST /changePassword: answers NEW_PASSWORD_REQUIRED and signs in. */
export async function changePassword(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  const page = await openForm(ctx, request)
  const { authorization, data, form, frame } = page
  const { words } = frame
  const user = await findHeldUser(ctx, page)
  if (!user || data.session === undefined) return signInAgain(page)
  const missing = missingAttributes(authorization.pool, user)
  const inputs = missing.map((name) => attributeField(name, words))
  const slip = findSlip(form, [...inputs, { name: 'password', label: words.newPassword }], words)
  if (slip) return show(page, user, slip)
  try {
    const attributes = missing.map((name) => [`userAttributes.${name}`, form.get(name) ?? ''])
    const responses = {
      ...(Object.fromEntries(attributes) as Record<string, string>),
      USERNAME: user.username,
      NEW_PASSWORD: form.get('password') ?? '',
    }
    const signIn = await answerChallenge(ctx, authorization, kind, data.session, responses)
    return await goOn(ctx, request, page, signIn)
  } catch (error) {
    return show(page, user, problemFrom(error, words))
  }
}

async function findHeldUser(
  ctx: ManagedLoginContext,
  page: OpenPage,
): Promise<UserRecord | undefined> {
  const held = await findHeldSignIn(ctx, page, kind)
  return held && ctx.users.find(page.authorization.pool, held.username)
}

function show(page: OpenPage, user: UserRecord, problem?: Problem): Response {
  const { authorization, frame } = page
  const { pool } = authorization
  const missing = missingAttributes(pool, user)
  return page.show(ownPasswordPage({ pool, frame, missing, problem }), problem ? 400 : 200)
}
