import { NoAnswerError, type Fetch } from '../core/ports/fetch.ts'

/** The browser's own way out, within what CORS lets it see. */
export const webFetch: Fetch = async (request) => {
  try {
    // oxlint-disable-next-line no-restricted-globals -- the way out itself
    return await fetch(request, { redirect: 'manual' })
  } catch (error) {
    throw new NoAnswerError('unreachable', { cause: error })
  }
}
