import type { ManagedLoginContext } from '../../context.ts'
import { passwordField } from '../../pages/fields.ts'
import { passwordPage } from '../../pages/first-factor-pages.ts'
import {
  showFirstFactor,
  takeFirstFactor,
  type FirstFactorPage,
} from '../../sign-in/first-factor-page.ts'
import { factorsAt } from '../../sign-in/first-factor.ts'

const password: FirstFactorPage = {
  async show(at, problem) {
    const hasOthers = (await factorsAt(at)).length > 1
    return passwordPage({ frame: at.page.frame, name: at.name, hasOthers, problem })
  },
  inputs: ({ page }) => [passwordField(page.frame.words)],
  answer: (_at, form) => ({
    name: 'PASSWORD',
    responses: { PASSWORD: form.get('password') ?? '' },
  }),
}

/** GET /password: asks whoever has said who they are for their password. */
export function showPassword(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return showFirstFactor(request, ctx, password)
}

/** POST /password: signs in, under the same lock as the API. */
export function enterPassword(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return takeFirstFactor(request, ctx, password)
}
