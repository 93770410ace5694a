import { isMap, isScalar, LineCounter, parseDocument, type Pair, type YAMLMap } from 'yaml'

/**
 * Finds what a finding names in the template.
 *
 * @returns from `Bucket.CorsConfiguration.CorsRules`, with or without `Properties` in it, the number
 *   of the line that says so, or of the next one around it; undefined where there is no such
 *   resource.
 */
export function createTemplateLines(text: string): (path: string) => number | undefined {
  const counter = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter: counter, logLevel: 'silent' })

  return function lineOf(path) {
    const [logicalId = '', ...names] = path.split('.')
    let found = isMap(contents)
      ? pairOf(mapIn(pairOf(contents, 'Resources')), logicalId)
      : undefined
    if (found === undefined) return undefined
    for (const name of names) {
      const map = mapIn(found)
      const next: Pair | undefined =
        pairOf(map, name) ?? pairOf(mapIn(pairOf(map, 'Properties')), name)
      if (next === undefined) break
      found = next
    }
    const offset = isScalar(found.key) ? found.key.range?.[0] : undefined
    return offset === undefined ? undefined : counter.linePos(offset).line
  }
}

function mapIn(pair: Pair | undefined): YAMLMap | undefined {
  return isMap(pair?.value) ? pair.value : undefined
}

function pairOf(map: YAMLMap | undefined, name: string): Pair | undefined {
  return map?.items.find(({ key }) => isScalar(key) && key.value === name)
}
