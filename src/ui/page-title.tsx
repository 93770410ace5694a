import { words } from '#words/words'

export function PageTitle({
  children,
  hasProblem = false,
}: {
  children: string
  hasProblem?: boolean
}) {
  const title = children === words.product ? children : `${children} · ${words.product}`
  return <title>{hasProblem ? words.errorTitlePrefix + title : title}</title>
}
