import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { adminToken, givenUrl, localAwsUrl } from './stack.ts'

const inbox = `${localAwsUrl}/_local/messages`

export interface Mail {
  to: string
  kind: string
  code: string
}

/** Messages to an address, newest first, on the local AWS. */
export async function mailTo(address: string): Promise<Mail[]> {
  const response = await fetch(`${inbox}?to=${encodeURIComponent(address)}`, {
    headers: { authorization: `Bearer ${adminToken}` },
  })
  if (!response.ok) throw new Error(`The inbox answered ${response.status}`)
  return (await response.json()) as Mail[]
}

/** @throws when nothing was sent to the address. */
export async function newestCode(address: string): Promise<string> {
  if (givenUrl !== undefined) return codeByCommand(address)
  const [newest] = await mailTo(address)
  if (!newest) throw new Error(`Nothing was sent to ${address}`)
  return newest.code
}

const run = promisify(execFile)

/** Elsewhere mail is really sent: `CODE_COMMAND` gets the address in `ADDRESS` and prints the code. */
async function codeByCommand(address: string): Promise<string> {
  const command = process.env['CODE_COMMAND']
  if (command === undefined) {
    throw new Error('Set CODE_COMMAND to what prints the newest code that was sent to $ADDRESS.')
  }
  const env = { ...process.env, ADDRESS: address }
  const { stdout } = await run('sh', ['-c', command], { env })
  const code = /\b\d{6}\b/.exec(stdout)?.[0]
  if (code === undefined) throw new Error(`CODE_COMMAND printed no code of six digits.`)
  return code
}
