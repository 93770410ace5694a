/**
 * `public/favicon.svg`, which is the domain's logo too; the name stands beside it. Of low priority, or
 * React would put a preload in front of the page's title.
 */
export function Logo() {
  return (
    <img className="logo" src="/favicon.svg" alt="" width="32" height="32" fetchPriority="low" />
  )
}
