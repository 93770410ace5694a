/** The object in a body; undefined for what is none. */
export async function readJson(response: Response): Promise<Record<string, unknown> | undefined> {
  try {
    return parseObject(await response.text())
  } catch {
    return undefined
  }
}

export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
