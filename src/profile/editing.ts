import { checkFields } from './check-fields.ts'
import { changedFields, mergeProfiles } from './merge.ts'
import { emptyProfile, fieldsOf, type Profile, type ProfileFields } from './profile.ts'

/** A profile and the ETag of the object that holds it; no ETag while there is no object. */
export interface Version {
  profile: Profile
  etag: string | undefined
  /** Members of the object that this version of the app does not know. */
  others?: Readonly<Record<string, unknown>>
}

export interface Editing {
  /** What the form started from. */
  base: Version
  form: ProfileFields
  /** A newer version, met while the form held changes: the person has not chosen yet. */
  elsewhere: Version | undefined
}

export type EditingEvent =
  | { type: 'typed'; fields: Partial<ProfileFields> }
  /** `submitted` is the form as it was when it was sent. */
  | { type: 'saved'; submitted: ProfileFields; version: Version }
  | { type: 'savedPicture'; version: Version }
  | { type: 'changedElsewhere'; version: Version }
  | { type: 'keptMine' }
  | { type: 'tookTheirs' }
  | { type: 'discarded' }

export function startEditing(base: Version): Editing {
  return { base, form: fieldsOf(base.profile), elsewhere: undefined }
}

export function isDirty({ base, form }: Editing): boolean {
  return changedFields(base.profile, withForm(base.profile, form)).length > 0
}

/** Rows for links that hold nothing yet are no change. */
export function withForm(profile: Profile, form: ProfileFields): Profile {
  const links = form.links.filter((link) => link.trim() !== '')
  return { ...fieldsOf(form), links, picture: profile.picture }
}

/** Whether saving would change a newer version: two sides that say the same are no conflict. */
function hasOwn(editing: Editing, elsewhere: Version): boolean {
  const { merged } = mergeWithElsewhere({ ...editing, elsewhere })
  const { fields } = checkFields(merged)
  return changedFields({ ...merged, ...fields }, elsewhere.profile).length > 0
}

/** What the person would save now, seen from the newest version. */
export function mergeWithElsewhere({ base, form, elsewhere }: Editing) {
  const theirs = elsewhere ?? base
  return mergeProfiles(base.profile, withForm(base.profile, form), theirs.profile)
}

export function editingReducer(editing: Editing, event: EditingEvent): Editing {
  switch (event.type) {
    case 'typed':
      return { ...editing, form: { ...editing.form, ...event.fields } }
    case 'saved':
      return { base: event.version, form: settle(editing.form, event), elsewhere: undefined }
    case 'savedPicture':
      return adopt(editing, event.version)
    case 'changedElsewhere':
      if (event.version.etag === editing.base.etag) return editing
      return hasOwn(editing, event.version)
        ? { ...editing, elsewhere: event.version }
        : startEditing(event.version)
    case 'keptMine': {
      const { elsewhere } = editing
      if (elsewhere === undefined) return editing
      const { merged } = mergeWithElsewhere(editing)
      return { base: elsewhere, form: fieldsOf(merged), elsewhere: undefined }
    }
    case 'tookTheirs':
      return startEditing(editing.elsewhere ?? editing.base)
    case 'discarded':
      return startEditing(editing.base)
  }
}

/** What was typed since the form was sent stays; the rest becomes what was stored. */
function settle(
  form: ProfileFields,
  { submitted, version }: { submitted: ProfileFields; version: Version },
): ProfileFields {
  const typedSince = changedFields(withForm(emptyProfile, submitted), withForm(emptyProfile, form))
  const stored = fieldsOf(version.profile)
  return {
    displayName: typedSince.includes('displayName') ? form.displayName : stored.displayName,
    bio: typedSince.includes('bio') ? form.bio : stored.bio,
    links: typedSince.includes('links') ? form.links : stored.links,
  }
}

/**
 * A picture is saved at once and may meet somebody else's change to the texts. Where the form is
 * changing the same ones, the person chooses.
 */
function adopt(editing: Editing, version: Version): Editing {
  const { merged, clashes } = mergeWithElsewhere({ ...editing, elsewhere: version })
  if (clashes.length > 0) return { ...editing, elsewhere: version }
  return { base: version, form: fieldsOf(merged), elsewhere: undefined }
}
