import { compareUtf8 } from '../../core/encoding/utf8-order.ts'
import type { Upload } from '../model.ts'

interface UploadRange {
  prefix: string
  delimiter: string | undefined
  /** What the page before ended with; an `id` counts beside its key only. */
  after: { key: string; id: string }
  limit: number
}

export type ListedUpload = { upload: Upload } | { commonPrefix: string }

interface UploadPage {
  items: readonly ListedUpload[]
  /** The last of a page that is not the last one. */
  next: { key: string; id: string } | undefined
  /** The last upload that is shown by itself. */
  last: { key: string; id: string } | undefined
}

/**
 * A page of the uploads that a bucket has under way: by keys, of each the oldest first. It sorts all of
 * them, which are few: an upload lasts as long as its parts take.
 */
export function listUploads(uploads: Iterable<Upload>, range: UploadRange): UploadPage {
  const sorted = [...uploads]
    .filter(({ key }) => key.startsWith(range.prefix))
    .toSorted(
      (left, right) =>
        compareUtf8(left.key, right.key) ||
        left.startedAtMs - right.startedAtMs ||
        compareUtf8(left.id, right.id),
    )
  const items: ListedUpload[] = []
  let next: UploadPage['next']
  let last: UploadPage['last']
  for (const item of grouped(rest(sorted, range.after), range)) {
    if (items.length === range.limit) {
      return { items, next: items.length > 0 ? next : undefined, last }
    }
    items.push(item)
    if ('upload' in item) last = { key: item.upload.key, id: item.upload.id }
    next = 'upload' in item ? last : { key: item.commonPrefix, id: '' }
  }
  return { items, next: undefined, last }
}

/**
 * Those behind the one that was seen last. When that is gone, so are, to whoever ends uploads page by
 * page, all of its key above it: the key is shown from its first.
 */
function rest(sorted: readonly Upload[], { key, id }: UploadRange['after']): readonly Upload[] {
  if (key === '') return sorted
  const seen = id === '' ? -1 : sorted.findIndex((one) => one.key === key && one.id === id)
  if (seen !== -1) return sorted.slice(seen + 1)
  return sorted.filter((one) => {
    const order = compareUtf8(one.key, key)
    return order > 0 || (order === 0 && id !== '')
  })
}

function* grouped(
  uploads: readonly Upload[],
  { prefix, delimiter, after }: UploadRange,
): Generator<ListedUpload> {
  let last: string | undefined
  for (const upload of uploads) {
    const end = delimiter === undefined ? -1 : upload.key.indexOf(delimiter, prefix.length)
    if (delimiter === undefined || end === -1) {
      yield { upload }
      continue
    }
    const commonPrefix = upload.key.slice(0, end + delimiter.length)
    // A marker within it stands after all of it, since the prefix was listed before.
    if (commonPrefix === last || after.key.startsWith(commonPrefix)) continue
    last = commonPrefix
    yield { commonPrefix }
  }
}
