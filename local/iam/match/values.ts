/** @returns undefined for what is not a decimal number. */
export function parseNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : undefined
}

const iso8601 =
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/

/**
 * A date in one of the W3C's ISO 8601 profiles, or epoch seconds. Without a zone it is UTC.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function parseDateMs(text: string): number | undefined {
  // Four digits are a year: epoch seconds that short lie in 1970.
  if (/^-?\d{5,}(?:\.\d+)?$/.test(text)) return Number(text) * 1000
  if (!iso8601.test(text)) return undefined
  const zoned = !text.includes('T') || /(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`
  const ms = Date.parse(zoned)
  return Number.isNaN(ms) ? undefined : ms
}
