/** The token that playwright.config.ts gives the local AWS. */
const adminToken = 'browser-tests-only'
const inbox = 'http://localhost:9239/_local/messages'

export interface Mail {
  to: string
  kind: string
  code: string
}

/** Messages to an address, newest first. */
export async function mailTo(address: string): Promise<Mail[]> {
  const response = await fetch(`${inbox}?to=${encodeURIComponent(address)}`, {
    headers: { authorization: `Bearer ${adminToken}` },
  })
  if (!response.ok) throw new Error(`The inbox answered ${response.status}`)
  return (await response.json()) as Mail[]
}

/** @throws when nothing was sent to the address. */
export async function newestCode(address: string): Promise<string> {
  const [newest] = await mailTo(address)
  if (!newest) throw new Error(`Nothing was sent to ${address}`)
  return newest.code
}
