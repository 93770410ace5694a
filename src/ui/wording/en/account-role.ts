/** What `/account/role` says. */
export const roleWords = {
  title: 'What you may do',
  rowText: 'Which files of this app you may read and change, and why.',
  look: 'See what you may do',
  intro:
    'AWS lends you a role for an hour at a time. What you may do with the files of this app follows from that role.',

  who: 'Your role',
  groups: 'Groups',
  noGroups: 'You are in none.',
  role: 'Role',
  everybody: 'The one of everybody who is signed in.',
  again: 'Look again',
  againText: 'If you have been put into a group since you signed in, it counts from now on.',

  rights: 'What it lets you do',
  rightsIntro:
    'Each line is tried by a real request that changes nothing. The browser’s console calls those that are refused errors; here they are the answer.',
  try: 'Try each',
  tried: 'Each has been tried.',
  allowed: 'Allowed',
  refused: 'Refused',
  names: {
    'get own': 'Read your own files',
    'put own': 'Change your own files',
    'get shared': 'Read what is shared',
    'put shared': 'Change what is shared',
    'get others': 'Read somebody else’s files',
  },

  note: {
    title: 'Shared note',
    intro: 'One text for everybody who is signed in. Editors change it.',
    label: 'Note',
    read: 'Open the note',
    readAgain: 'Open it again',
    save: 'Save for everybody',
    saved: 'Saved. Everybody who is signed in can read it now.',
    notReadable: {
      message: 'Your role may not read what is shared.',
      next: 'This app may have nothing that is shared.',
      operator: 'The template’s parameter Editors makes the group and the rights.',
    },
    notWritable: {
      message: 'Your role may not change what is shared.',
      next: 'Only editors may. If you have become one, look again first.',
      operator: 'AdminAddUserToGroup puts somebody into the group of editors.',
    },
    changed: {
      message: 'Somebody else has changed the note since you opened it.',
      next: 'Copy what you wrote, then open it again.',
    },
  },

  welcome: {
    title: 'Your welcome',
    intro:
      'When you confirmed your account, a function put a first file at a place that is yours alone: your role may read what lies below your own id.',
    read: 'Open it',
    missing: {
      message: 'There is none.',
      next: 'It is written when an account is confirmed, so older ones have none.',
    },
  },
}
