import { LocalApiError } from '../local-api-error.ts'

const form = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]{0,62}[\p{L}\p{M}\p{N}._-])?$/u

/**
 * One to 64 letters, digits, spaces, dots, lines, as one would call a file, in the one form that
 * Unicode has for each (NFC).
 *
 * @throws LocalApiError 400
 */
export function snapshotName(value: unknown): string {
  const name = typeof value === 'string' ? value.normalize('NFC') : ''
  if (form.test(name)) return name
  throw new LocalApiError(
    400,
    'name has to be 1 to 64 letters, digits, spaces, ".", "_" or "-", with a letter or digit first and no space last.',
  )
}
