/** What an error page says: the cause in plain words, and what a developer does about it. */
export interface PageErrorWords {
  title: string
  cause: string
  fix: string
}

/** What every authorization server says alike. */
export const commonPageErrors = {
  expired_page: {
    title: 'Something went wrong',
    cause: 'This page was opened too long ago, or in another browser.',
    fix: 'Go back to the app and start again. Cookies have to be allowed for this address.',
  },
  foreign_post: {
    title: 'Something went wrong',
    cause: 'Another website tried to send this form.',
    fix: 'Go back to the app and start again. Nothing was changed.',
  },
  server_error: {
    title: 'Something went wrong',
    cause: 'The local AWS failed.',
    fix: 'Its terminal says how.',
  },
} satisfies Readonly<Record<string, PageErrorWords>>

/** The fix names the server's own addresses. */
export const methodNotAllowed = {
  title: 'This address is for another kind of request',
  cause: 'The method of the request is not one that this address answers.',
}

/** The cause names the server. */
export const notFound = {
  title: 'There is nothing at this address',
  fix: 'Go back to the app and start again.',
}

export const labels = {
  parameter: 'Parameter',
  sent: 'Sent',
  registered: 'Registered',
  fix: 'What to do',
  /** Of the URI that was sent, against the registered one that is the most alike. */
  differs: (expected: string) => `The marked character should be “${expected}”.`,
  endsEarly: (rest: string) => `It ends where the registered one goes on with “${rest}”.`,
  goesOn: 'It goes on where the registered one ends.',
}

export type ErrorPageLabels = typeof labels
