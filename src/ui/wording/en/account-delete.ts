/** What `/account/delete` says. */
export const deleteWords = {
  title: 'Delete your account',
  intro: 'Nothing brings it back: not you, and not whoever runs this app.',
  begun: 'Deleting was cut off. What stands here is left; delete it to finish.',
  goes: 'What goes',
  user: 'Your account',
  userText: (email: string) =>
    `Signing in as ${email}, with its password, second steps, passkeys, remembered devices and sessions, and all personal information.`,
  files: 'Your files',
  fileCount: (count: number) => (count === 0 ? 'None' : count === 1 ? '1 file' : `${count} files`),
  filesText: (size: string) =>
    `Profile and picture, ${size} in all, are deleted first. The bucket of this app may keep old versions for some days, where nobody comes upon them.`,
  noFiles: 'You keep no files here, or they are deleted already.',
  noPlace: 'This app has no place for files.',
  unlisted: 'Not known',
  unlistedText: 'They cannot be looked at just now.',
  stays: 'What stays',
  staysText:
    'The identity pool keeps a random number that stood for you. With your account gone it leads to nobody.',
  provider: (provider: string) =>
    `Your account at ${provider} stays as it is. If you sign in here with it again, a new, empty account begins; what ${provider} shares with this app you end there.`,
  confirm: 'Delete it for good',
  understood: 'I know that nothing brings it back',
  understoodHint: 'Files and account are gone at once, on all devices.',
  missing: 'Tick the box, to show that you mean it.',
  submit: 'Delete my account',
  filesKept: 'Your files could not be deleted, so your account is still there.',
  filesKeptNext: 'Some may be gone already. Try again: it goes on where it was cut off.',
  without: 'Delete the account without its files',
  withoutText:
    'If it fails again and again, you can leave the files behind. Nobody but whoever runs this app can get at them then.',
}
