import type { ManagedLoginContext } from '../../context.ts'
import { selectFactorPage } from '../../pages/first-factor-pages.ts'
import {
  showFirstFactor,
  takeFirstFactor,
  type FirstFactorPage,
} from '../../sign-in/first-factor-page.ts'
import { factorsAt } from '../../sign-in/first-factor.ts'

const choice: FirstFactorPage = {
  async show(at, problem) {
    const factors = await factorsAt(at)
    return selectFactorPage({ frame: at.page.frame, name: at.name, factors, problem })
  },
  async answer(at, form) {
    const { words } = at.page.frame
    const wanted = form.get('factor')
    const factor = (await factorsAt(at)).find((one) => one === wanted)
    if (!factor) return { message: words.unfit(words.firstFactor.title) }
    return { name: 'SELECT_CHALLENGE', responses: { ANSWER: factor } }
  },
}

/** GET /selectFactor: asks how somebody wants to show who they are. */
export function showSelectFactor(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return showFirstFactor(request, ctx, choice)
}

/** POST /selectFactor: goes on to the page of what was chosen; a code is sent on the way. */
export function selectFactor(request: Request, ctx: ManagedLoginContext): Promise<Response> {
  return takeFirstFactor(request, ctx, choice)
}
