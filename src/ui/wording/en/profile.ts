/** All that the profile says. It travels with the profile's own code, not with the first page. */
export const profileWords = {
  title: 'Profile',
  heading: 'Your profile',
  intro: 'How you appear, kept where only you can reach it.',
  loading: 'Loading your profile',

  where: {
    ask: 'Where is this kept?',
    bucket: 'In your S3 prefix',
    bucketHint: 'Readable with your temporary credentials alone.',
    pool: 'In the user pool',
    poolHint:
      'Kept by Cognito with your account, and part of the ID token. Company is a custom attribute, saved by UpdateUserAttributes.',
  },

  preview: {
    label: 'Preview',
    unnamed: 'No name yet',
    noBio: 'Nothing about you yet.',
    pictureOf: (name: string) => (name ? `Picture of ${name}` : 'Your picture'),
    noPicture: 'No picture',
    links: 'Links',
  },

  first: {
    heading: (name: string) => (name === '' ? 'Welcome.' : `Welcome, ${name}.`),
    text: (provider: string | undefined, hasName: boolean) =>
      [
        ...(provider === undefined ? [] : [`You are signed in with ${provider}.`]),
        hasName
          ? 'We have begun your profile with the name that came with your account. Change what you like, and save.'
          : 'There is nothing here yet. Fill in what you like, and save.',
      ].join(' '),
  },

  details: {
    heading: 'About you',
    displayName: 'Display name',
    displayNameHint: 'As you want to be called.',
    bio: 'Bio',
    bioHint: (limit: number) => `Up to ${String(limit)} characters.`,
    count: (count: number, limit: number) => `${String(count)} / ${String(limit)}`,
    left: (count: number) =>
      count === 1 ? '1 character left' : `${String(count)} characters left`,
    over: (count: number) => (count === 1 ? '1 character too many' : `${String(count)} too many`),
    links: 'Links',
    linksHint:
      'Addresses that begin with https. They open without telling where they were clicked.',
    link: (position: number) => `Link ${String(position)}`,
    addLink: 'Add a link',
    removeLink: (position: number) => `Remove link ${String(position)}`,
    linkAdded: (position: number) => `Link ${String(position)} added.`,
    linkRemoved: (position: number) => `Link ${String(position)} removed.`,
    enough: (limit: number) => `${String(limit)} links are the most.`,
    save: 'Save profile',
    discard: 'Discard changes',
    unsaved: 'Unsaved changes',
    allSaved: 'Everything is saved',
    changedElsewhere: 'Changed elsewhere: choose above',
    saved: 'Your profile is saved.',
    discarded: 'Your changes are discarded.',
    draft: 'Your unsaved changes from before are back.',
  },

  faults: {
    displayName: {
      tooLong: (limit: number) => `Use at most ${String(limit)} characters for the name.`,
      controlCharacter: 'The name contains characters that cannot be shown. Type it anew.',
    },
    bio: {
      tooLong: (limit: number) => `Use at most ${String(limit)} characters for the bio.`,
      controlCharacter: 'The bio contains characters that cannot be shown. Type it anew.',
    },
    links: {
      notAnAddress: 'This is no web address, such as https://example.com.',
      notHttps: 'Only addresses that begin with https:// can be linked.',
      hasPassword: 'Leave out the name and password in front of the address.',
      tooLong: 'This address is too long.',
      duplicate: 'This address is already in the list.',
      tooMany: (limit: number) => `Keep at most ${String(limit)} links.`,
    },
  },

  picture: {
    heading: 'Picture',
    hint: 'PNG, JPEG or WebP, up to 15 MB. It is cut to a square and encoded anew, which removes where and with what it was taken.',
    choose: 'Choose a picture',
    change: 'Change picture',
    offered: (provider: string | undefined) =>
      provider === undefined
        ? 'Use the picture of your account'
        : `Use your picture from ${provider}`,
    notOffered: {
      message: 'The picture could not be fetched from there.',
      next: 'Choose one from this device.',
    },
    orDrop: 'or drop one here',
    remove: 'Remove picture',
    removing: 'Removing your picture',
    reading: 'Reading the picture',
    cropHeading: 'Cut to a square',
    cropHint: 'Drag the picture, or use the sliders.',
    frame: 'Picture, cut to a square',
    zoom: 'Zoom',
    horizontal: 'Left to right',
    vertical: 'Top to bottom',
    percent: (value: number) => `${String(Math.round(value * 100))} %`,
    use: 'Use this picture',
    cancel: 'Cancel',
    uploading: 'Uploading your picture',
    uploadPercent: (percent: number) => `${String(percent)} % uploaded`,
    finishing: 'Almost done',
    stop: 'Cancel upload',
    saved: 'Your picture is saved.',
    removed: 'Your picture is removed.',
    cancelled: 'The upload is cancelled. Your picture is as it was.',
    conflict: {
      message: 'Your picture was changed elsewhere in the meantime.',
      next: 'The preview shows it. “Use this picture” replaces it, “Cancel” keeps it.',
    },
    conflictRemoving: {
      message: 'Your picture was changed elsewhere in the meantime, and is not removed.',
      next: 'The preview shows it. Remove it again if that is what you want.',
    },
    unavailable: 'Your picture could not be loaded.',
    again: 'Load it again',
  },

  pictureFaults: {
    empty: { message: 'This file is empty.', next: 'Choose another one.' },
    tooManyBytes: {
      message: 'This file is larger than 15 MB.',
      next: 'Choose a smaller one, or save it in a lower quality first.',
    },
    tooManyPixels: (width: number, height: number) => ({
      message: `This picture has ${String(width)} × ${String(height)} pixels, which is more than a browser can safely unfold.`,
      next: 'Choose one of at most 50 megapixels.',
    }),
    damaged: {
      message: 'This file is damaged or cut off, and cannot be read.',
      next: 'Choose another one, or save it again from where it came.',
    },
    kinds: {
      svg: 'This is an SVG drawing, which can carry scripts.',
      gif: 'This is a GIF.',
      heic: 'This is a HEIC picture, as some phones take them.',
      avif: 'This is an AVIF picture.',
      bmp: 'This is a BMP picture.',
      tiff: 'This is a TIFF picture.',
      pdf: 'This is a PDF document.',
      unknown: 'This is no picture that can be read here.',
    },
    kindsNext: 'Choose a PNG, JPEG or WebP file. Many phones and programs can export one.',
  },

  account: {
    heading: 'Account',
    email: 'E-mail address',
    noEmail: 'none',
    verified: 'verified',
    unverified: 'not verified',
    sub: 'User ID (sub)',
    fields: {
      name: { label: 'Name', hint: 'As you want to be called.' },
      'custom:company': {
        label: 'Company',
        hint: 'Where you work, if you like to say.',
      },
    },
    save: 'Save',
    saved: 'Saved in the user pool.',
    unsavedBeside: 'Not saved yet: “Save profile” saves this, too.',
    changedElsewhere: (labels: string) =>
      `Changed elsewhere after you began to type here: ${labels}. Saving replaces it, discarding shows it.`,
    leftOut: (labels: string) => `Not kept by this user pool, and so not asked for: ${labels}.`,
    askAgain: 'Ask again',
  },

  /** In place of the profile where there is no place for one. */
  accountOnly: {
    intro: 'What your account keeps of you.',
    message: (missing: readonly ('identityPoolId' | 'bucket')[]) =>
      `Pictures, a bio and links need an identity pool and a bucket; this app has ${noneOf(missing)}.`,
    text: 'What is kept in your account is here, and yours to change.',
    operator: 'For whoever runs this app:',
    remedy: (missing: readonly string[]) =>
      `set ${missing.join(' and ')} in its configuration. docs/bring-your-own.md says how to make them.`,
  },

  conflict: {
    heading: 'Your profile was changed elsewhere',
    explain:
      'Another tab or device saved it after you opened it here. Nothing is overwritten until you choose.',
    deleted:
      'It was deleted elsewhere after you opened it here. Nothing is written until you choose.',
    yours: 'Here, not saved',
    theirs: 'Saved elsewhere',
    both: 'changed in both',
    onlyThere: 'Changed elsewhere only; kept in any case:',
    keepMine: 'Keep mine and save',
    takeTheirs: 'Take what was saved elsewhere',
    tookTheirs: 'The form now shows what was saved elsewhere.',
    updated: 'This profile was just changed elsewhere, and is up to date again.',
    empty: 'empty',
    fields: { displayName: 'Display name', bio: 'Bio', links: 'Links', picture: 'Picture' },
    pictureThere: 'a picture',
  },

  unreadable: {
    damaged: 'What is stored as profile.json is no profile and cannot be shown.',
    fields: (fields: string) => `A part of what is stored cannot be shown: ${fields}.`,
    next: 'Saving replaces it. The bucket keeps earlier versions, so nothing is lost for whoever runs it.',
    newer: 'This profile was saved by a newer version of this app.',
    newerNext: 'Reload the page to get that version. Until then nothing can be changed here.',
  },

  leave: {
    heading: 'Leave without saving?',
    text: 'Your changes to the profile are not saved.',
    stay: 'Stay here',
    leave: 'Leave without saving',
  },

  crash: {
    heading: 'Your profile ran into an error',
    text: 'Nothing that you saved is lost, and what you typed is kept in this tab.',
  },

  again: 'Try again',
  signIn: 'Sign in again',
}

function noneOf(missing: readonly ('identityPoolId' | 'bucket')[]): string {
  if (missing.length > 1) return 'neither'
  return missing[0] === 'bucket' ? 'no bucket' : 'no identity pool'
}
