/** Nothing is there: only a service worker can answer. */
export const s3Url = 'https://s3.invalid'
