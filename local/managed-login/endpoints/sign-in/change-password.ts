import { missingAttributes } from '../../../user-pools/challenges/new-password-required.ts'
import {
  showChallenge,
  takeAnswer,
  type AtChallenge,
  type ChallengePage,
} from '../../sign-in/challenge-page.ts'
import type { ManagedLoginContext } from '../../context.ts'
import { attributeField } from '../../pages/attribute-field.ts'
import { newPasswordField } from '../../pages/fields.ts'
import { ownPasswordPage } from '../../pages/password-pages.ts'

type Kind = 'NEW_PASSWORD_REQUIRED'

const ownPassword: ChallengePage<Kind> = {
  kinds: ['NEW_PASSWORD_REQUIRED'],
  show(at, problem) {
    const { authorization, frame } = at.page
    return ownPasswordPage({ pool: authorization.pool, frame, missing: missingOf(at), problem })
  },
  inputs(at) {
    const { authorization, frame } = at.page
    const { words } = frame
    const { passwordPolicy } = authorization.pool
    return [
      ...missingOf(at).map((name) => attributeField(name, words)),
      newPasswordField(words.newPassword, passwordPolicy, words),
    ]
  },
  responses: (at, form) => ({
    ...Object.fromEntries(
      missingOf(at).map((name) => [`userAttributes.${name}`, form.get(name) ?? '']),
    ),
    NEW_PASSWORD: form.get('password') ?? '',
  }),
}

/** GET /changePassword: follows a temporary password. */
export function showChangePassword(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return showChallenge(request, ctx, ownPassword)
}

/** POST /changePassword: answers NEW_PASSWORD_REQUIRED and signs in. */
export function changePassword(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return takeAnswer(request, ctx, ownPassword)
}

function missingOf({ page, user }: AtChallenge<Kind>): string[] {
  return missingAttributes(page.authorization.pool, user)
}
