import type { Parameters } from '../../authorization-server/parameters.ts'
import { htmlResponse } from '../../http/html-response.ts'
import { UserPoolError } from '../../user-pools/errors.ts'
import { updateAuthEventFeedback } from '../../user-pools/operations/threat-protection/update-auth-event-feedback.ts'
import { parseQuery } from '../authorization-request.ts'
import { requireKnownClient } from '../checks/client.ts'
import { checkMayAct } from '../checks/method.ts'
import type { ManagedLoginContext } from '../context.ts'
import { PageError } from '../errors.ts'
import { languageOf } from '../language.ts'
import { feedbackPage } from '../pages/feedback-page.ts'
import { findApp } from '../pages/way-to-app.ts'
import { wordsOf } from '../wording/catalogue.ts'

/**
 * GET /authEventFeedback: the link of a mail that told of a risky sign-in. One click says whether it was
 * them, as UpdateAuthEventFeedback does. Why a link is not good is not said: it would tell who exists.
 */
export async function giveAuthEventFeedback(
  request: Request,
  ctx: ManagedLoginContext,
): Promise<Response> {
  checkMayAct(request)
  const parameters = parseQuery(new URL(request.url))
  const { pool, client } = requireKnownClient(ctx, parameters)
  const FeedbackValue = requireFeedbackValue(parameters)
  const words = wordsOf(languageOf(ctx, request))
  const app = findApp(client)
  const call = {
    UserPoolId: pool.id,
    Username: parameters.get('user_name') ?? '',
    EventId: parameters.get('event_id') ?? '',
    FeedbackToken: parameters.get('feedback_token') ?? '',
    FeedbackValue,
  }
  try {
    await updateAuthEventFeedback(call, ctx)
    return htmlResponse(feedbackPage(words, ctx.basePath, FeedbackValue, app))
  } catch (error) {
    if (!(error instanceof UserPoolError)) throw error
    return htmlResponse(feedbackPage(words, ctx.basePath, 'refused', app), { status: 400 })
  }
}

/** @throws PageError invalid_request */
function requireFeedbackValue(parameters: Parameters): 'Valid' | 'Invalid' {
  const value = parameters.get('feedback_value')
  if (value === 'Valid' || value === 'Invalid') return value
  throw new PageError('invalid_request', { parameter: 'feedback_value' })
}
