/** Epoch milliseconds of `YYYYMMDDTHHMMSSZ`; undefined when it is no such time. */
export function parseAmzDate(amzDate: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1)
  const iso = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.000Z`
  const time = Date.parse(iso)
  // Date.parse takes 31 February for 3 March in some engines.
  return !Number.isNaN(time) && new Date(time).toISOString() === iso ? time : undefined
}

/** `YYYYMMDDTHHMMSSZ` of epoch milliseconds. */
export function formatAmzDate(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
}
