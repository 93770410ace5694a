/** Attributes of the account, by name; an empty text stands for none. */
export type Values = Readonly<Record<string, string>>

/** A form over attributes, which are stored each by itself. */
export interface AttributesEditing {
  /** As the user pool has them. */
  stored: Values
  typed: Values
}

export type AttributesEvent =
  | { type: 'typed'; name: string; value: string }
  | { type: 'saved'; values: Values }
  /** The pool does not keep them: what was typed there goes nowhere. */
  | { type: 'leftOut'; names: readonly string[] }
  | { type: 'discarded' }

/** What a save would write: the last one wins, so nothing that nobody changed is sent along. */
export function changesOf({ stored, typed }: AttributesEditing): Values {
  const trimmed = Object.entries(typed).map(([name, value]) => [name, value.trim()] as const)
  return Object.fromEntries(trimmed.filter(([name, value]) => value !== (stored[name] ?? '')))
}

export function attributesReducer(
  editing: AttributesEditing,
  event: AttributesEvent,
): AttributesEditing {
  const { stored, typed } = editing
  switch (event.type) {
    case 'typed':
      return { stored, typed: { ...typed, [event.name]: event.value } }
    case 'saved': {
      // What was typed since the form was sent stays.
      const settled = Object.entries(event.values).filter(
        ([name, value]) => typed[name]?.trim() === value,
      )
      return {
        stored: { ...stored, ...event.values },
        typed: { ...typed, ...Object.fromEntries(settled) },
      }
    }
    case 'leftOut':
      return { stored, typed: { ...typed, ...pick(stored, event.names) } }
    case 'discarded':
      return { stored, typed: pick(stored, Object.keys(typed)) }
  }
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? '']))
}
