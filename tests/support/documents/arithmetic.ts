/** The value of a sum as a document spells it: numbers, names, + − × ÷ and parentheses. */
export function evaluate(text: string, names: Readonly<Record<string, number>> = {}): number {
  const tokens = text.replaceAll(',', '').match(/[\d.]+|[A-Za-z]+|[+−×÷()]/g) ?? []
  let position = 0

  function sum(): number {
    let value = product()
    while (tokens[position] === '+' || tokens[position] === '−') {
      value = tokens[position++] === '+' ? value + product() : value - product()
    }
    return value
  }

  function product(): number {
    let value = factor()
    while (tokens[position] === '×' || tokens[position] === '÷') {
      value = tokens[position++] === '×' ? value * factor() : value / factor()
    }
    return value
  }

  function factor(): number {
    const token = tokens[position++] ?? ''
    if (token === '(') {
      const value = sum()
      position += 1
      return value
    }
    return names[token] ?? Number(token)
  }

  const value = sum()
  if (position !== tokens.length || Number.isNaN(value)) throw new Error(`Not a sum: ${text}`)
  return value
}
