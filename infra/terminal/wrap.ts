/** Fewer than this makes no column that one could read. */
const leastColumns = 24

/** Lines of at most so many characters, broken at spaces only: an address or an ID stays whole. */
export function wrap(text: string, columns: number | undefined): string[] {
  if (columns === undefined || columns < leastColumns) return [text]
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > columns) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
