const names = { session: 'session storage', local: 'local storage' } as const
type Place = keyof typeof names

export const storageWords = {
  none: {
    summary: 'There is no Web Storage here to be asked: this is not a browser.',
    evidence: 'Open /diagnostics in the browser to have it checked.',
  },
  ok: {
    summary: 'This browser keeps what the app stores.',
    evidence: 'A value was written to session and to local storage, read back and removed.',
  },
  full: (place: Place, name: string) => ({
    summary: `The ${names[place]} of this browser is full, so nobody can stay signed in.`,
    evidence: `Writing a few characters to it ended in ${name}.`,
    remedy: {
      text: 'Remove the data that this browser keeps for this site, and reload. In a private window there may be no room at all: open the app in a normal one.',
      console: 'Your browser’s settings › Privacy › Site data',
    },
  }),
  blocked: (place: Place, name: string) => ({
    summary: `This browser does not let the app use ${names[place]}, so nobody can stay signed in.`,
    evidence: `Using it ended in ${name}.`,
    remedy: {
      text: 'Allow this site to store data (it is blocked together with cookies), and reload.',
      console: 'Your browser’s settings › Privacy › Cookies and site data',
    },
  }),
  forgetful: (place: Place) => ({
    summary: `The ${names[place]} of this browser forgets at once what it is given.`,
    evidence: 'A value was written without an error, and was not there when it was read.',
    remedy: {
      text: 'An extension may be standing in for it. Try without extensions, or in another browser.',
      console: 'Your browser’s settings › Extensions',
    },
  }),
}
