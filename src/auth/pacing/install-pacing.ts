import { createPacedFetch } from './paced-fetch.ts'

/** Amplify calls the global `fetch`, and has no other place to stand between it and Cognito. */
export function installPacing(): void {
  window.fetch = createPacedFetch(window.fetch.bind(window))
}
