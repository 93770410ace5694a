import { frameWords as words } from '#console-words/frame'

export function ConsoleTitle({ children }: { children: string }) {
  return <title>{`${children} – ${words.product}`}</title>
}
