/** Where a link by mail leads, and where one reads that it was sent. */
export const magicLinkWords = {
  title: 'Sign in by link',
  sent: (email: string) =>
    email === ''
      ? 'Open the link from the mail, or ask for a new one.'
      : `If there is an account for ${email}, a link is on its way there.`,
  sentHint: 'It is good for 15 minutes, and once. You can open it in any browser.',
  inbox: 'Open the inbox of the local AWS',
  opened: 'You opened a link to sign in. It is used up when you press the button.',
  submit: 'Sign in',
  another: 'Ask for a new link, or sign in another way',
  faults: {
    wrong: {
      message: 'This link is not valid.',
      next: 'A newer one has taken its place, or it is not one of ours. Ask for a new one.',
    },
    used: { message: 'This link was used already.', next: 'Each is good once. Ask for a new one.' },
    expired: {
      message: 'This link has expired.',
      next: 'Each is good for 15 minutes. Ask for a new one.',
    },
    cut: {
      message: 'This link is not whole.',
      next: 'Open it from the mail again, up to its last letter.',
    },
  },
  fact: {
    heading: 'What is in the link',
    text: 'A secret that was made for this one mail. The page has taken it out of the address by now, and Cognito gives it to a function that knows its hash alone.',
  },
}
