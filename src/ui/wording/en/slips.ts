/** What a form finds out by itself. */
export const slips = {
  'email-missing': { message: 'Enter your e-mail address.' },
  'email-malformed': { message: 'Enter an e-mail address in the form name@example.com.' },
  'password-missing': { message: 'Enter your password.' },
  'password-short': {
    message: 'This password is too short.',
    next: 'Choose one that ticks every rule below the field.',
  },
  'code-missing': { message: 'Enter the code.' },
  unreachable: {
    message: 'The server cannot be reached.',
    next: 'Check your connection and try again. What you typed stays here.',
  },
} as const
