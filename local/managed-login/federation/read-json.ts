import { isObject } from '../../core/encoding/is-object.ts'

/** The JSON object that an answer is; undefined when it is none. */
export async function readJsonObject(
  response: Response,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const value: unknown = await response.json().catch(() => undefined)
  return isObject(value) ? value : undefined
}
