import { fieldNames, type FieldName, type Profile } from './profile.ts'

export interface Merge {
  /** Theirs where only they changed, mine wherever I did. */
  merged: Profile
  mine: readonly FieldName[]
  theirs: readonly FieldName[]
  /** Changed on both sides, to different ends: somebody has to choose. */
  clashes: readonly FieldName[]
}

export function changedFields(from: Profile, to: Profile): FieldName[] {
  return fieldNames.filter((name) => !isSame(from[name], to[name]))
}

/** A three-way merge, field by field, from the state that both sides started at. */
export function mergeProfiles(base: Profile, mine: Profile, theirs: Profile): Merge {
  const changedByMe = changedFields(base, mine)
  const changedByThem = changedFields(base, theirs)
  const merged: Profile = {
    displayName: pick('displayName'),
    bio: pick('bio'),
    links: pick('links'),
    picture: pick('picture'),
  }
  return {
    merged,
    mine: changedByMe,
    theirs: changedByThem,
    clashes: changedByMe.filter(
      (name) => changedByThem.includes(name) && !isSame(mine[name], theirs[name]),
    ),
  }

  function pick<Name extends FieldName>(name: Name): Profile[Name] {
    return changedByMe.includes(name) ? mine[name] : theirs[name]
  }
}

function isSame(one: Profile[FieldName], other: Profile[FieldName]): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
