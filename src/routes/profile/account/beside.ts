/** The account's fields as the profile's form sees them: it saves and discards them with its own. */
export interface Beside {
  isDirty: boolean
  isBusy: boolean
  save: () => void
  discard: () => void
}

export const nothingBeside: Beside = {
  isDirty: false,
  isBusy: false,
  save: () => undefined,
  discard: () => undefined,
}

/** Of the profile's form, which the account's fields belong to wherever there is one. */
export const profileFormId = 'profile-form'
