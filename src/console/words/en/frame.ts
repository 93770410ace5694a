/** What stands around every page of the console. */
export const frameWords = {
  product: 'Local AWS',
  nav: 'Console',
  skip: 'Skip to the content',
  languages: 'Languages',
  pages: {
    inbox: 'Inbox',
    users: 'Users',
    requests: 'Requests',
    clock: 'Clock',
    faults: 'Faults',
    triggers: 'Triggers',
    objects: 'Objects',
    permissions: 'Permissions',
    snapshots: 'Snapshots',
  },
  feed: {
    opening: 'Connecting…',
    live: 'Live',
    lost: 'Not connected. Is the local AWS running? Trying again…',
  },
  unlock: {
    title: 'Whose inbox is this?',
    why: 'Other pages in this browser could ask for what is here, so it opens with the token of this run. Open it by Local AWS at the top of the app, or by the link in the terminal; then it stays open in this browser.',
    token: 'Or paste the token',
    open: 'Open',
    wrong: 'This is not the token of this run. Each start makes a new one.',
  },
  notFound: { title: 'There is no such page', home: 'To the inbox' },
  broken: {
    title: 'That did not work',
    hint: 'Is the local AWS running? Its terminal says more.',
    again: 'Try again',
  },
  reset: {
    ask: 'Reset everything',
    what: 'This forgets people, sessions, messages, objects, requests, faults and the clock’s offset. Ids and keys stay.',
    yes: 'Forget all of it',
    no: 'Keep it',
    done: 'All of it is forgotten.',
  },
}
