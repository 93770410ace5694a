import { words } from '#words/words'

/** Stands in while a page's code or data is on its way; it shows only when that takes a moment. */
export function PageLoading() {
  return (
    <div className="page-loading" role="status">
      <span className="visually-hidden">{words.loading}</span>
    </div>
  )
}
