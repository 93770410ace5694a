/** What the page says that follows a temporary password. */
export const ownPasswordWords = {
  title: 'Choose a password of your own',
  newPassword: 'New password',
  intro: (email: string) => `The one that you signed in with as ${email} was temporary.`,
  submit: 'Save and sign in',
  again: 'Sign in again',
  missing: (label: string) => `Fill in: ${label}.`,
  /** OpenID Connect's; a pool's own are called by their names. */
  attributes: {
    address: 'Address',
    birthdate: 'Date of birth',
    email: 'E-mail address',
    family_name: 'Family name',
    gender: 'Gender',
    given_name: 'Given name',
    locale: 'Locale',
    middle_name: 'Middle name',
    name: 'Name',
    nickname: 'Nickname',
    phone_number: 'Phone number',
    picture: 'Address of a picture',
    preferred_username: 'Preferred username',
    profile: 'Address of your profile',
    website: 'Website',
    zoneinfo: 'Time zone',
  },
  fact: {
    heading: 'Why now',
    text: 'Whoever made this account knows the temporary password. Yours is known to nobody but you: Cognito keeps only what can check it.',
  },
}
