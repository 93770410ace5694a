/** What the pages say that ask for a code. */
export const codeWords = {
  confirm: {
    title: 'Confirm your account',
    heading: 'Check your mail',
    sentTo: (destination: string) => `We sent a code or a link to ${destination}.`,
    sent: 'We sent you a code or a link.',
    notSent:
      'Enter the code from the mail that we sent you. This tab does not know where it went, so we ask for the address again.',
    lifetime: (hours: number) =>
      `It works for ${hours === 1 ? 'one hour' : `${String(hours)} hours`}, once.`,
    submit: 'Confirm account',
    resend: 'Send a new message',
    resendIn: (seconds: number) => `Send a new message in ${String(seconds)} s`,
    resent: (destination: string) =>
      `A new message is on its way to ${destination}. The one before no longer works.`,
    resentUnnamed: 'A new message is on its way. The one before no longer works.',
    byLink: 'Is there a link in the mail instead of a code? Open it, then come back.',
    clicked: 'I have clicked the link',
    otherAddress: 'Use a different address',
    signIn: 'Sign in instead',
  },

  field: {
    label: 'Code',
    hint: 'Digits only. Spaces do not matter.',
  },

  inbox: {
    heading: 'Local inbox',
    explain: 'On the local AWS no message leaves this computer.',
    openLink: 'Open the link (new tab)',
    use: (code: string) => `Use code ${code}`,
    used: 'The code is filled in.',
    none: 'No message for this address yet.',
    look: 'Look again',
  },

  forgot: {
    newPassword: 'New password',
    title: 'Reset your password',
    intro: 'Tell us your address, and we send you a code to choose a new password with.',
    required:
      'Your password has to be changed before you can sign in. Use the code that you were sent, or have us send you one, to choose a new password with.',
    submit: 'Send code',
    haveCode: 'I have a code already',
    back: 'Back to sign in',
    checkTitle: 'Choose a new password',
    sent: (email: string) =>
      `If there is an account for ${email} that has a password, a code is on its way to it.`,
    resent:
      'If there is an account for this address that has a password, a new code is on its way. The one before no longer works.',
    submitNew: 'Change password',
    otherAddress: 'Use a different address',
  },

  facts: {
    confirm: {
      heading: 'Why we ask',
      text: 'It shows that the address is yours, so that nobody can open an account in your name, and you can always get back in.',
    },
    forgot: {
      heading: 'The same answer for everyone',
      text: 'Whether or not an address has an account, this page says the same. Nobody can use it to find out who is here.',
    },
  },
}
