import { writeFileSync } from 'node:fs'

export interface SavedEvent {
  /** Of the event, e.g. `PreSignUp_SignUp`. */
  source: string
  file: string
}

/**
 * Asks the local AWS that runs for the newest event of a source, and writes it as `--event` reads it.
 *
 * @returns what there is to tell.
 * @throws an error that says what to do.
 */
export async function saveEvent({ source, file }: SavedEvent): Promise<string> {
  const port = process.env['LOCAL_AWS_PORT'] ?? '9229'
  const token = process.env['LOCAL_AWS_ADMIN_TOKEN']
  if (!token) {
    throw new Error(
      'Set LOCAL_AWS_ADMIN_TOKEN, here and for the local AWS: whoever has it may read what came.',
    )
  }
  const response = await fetch(`http://localhost:${port}/_local/triggers/events`, {
    headers: { authorization: `Bearer ${token}` },
  }).catch(() => {
    throw new Error(`No local AWS answers at port ${port}: start it, or set LOCAL_AWS_PORT.`)
  })
  if (!response.ok) throw new Error(`The local AWS: ${response.status} ${await response.text()}`)
  const events = (await response.json()) as { at: string; triggerSource: string; event: unknown }[]
  const found = events.find(({ triggerSource }) => triggerSource === source)
  if (!found) {
    const known = [...new Set(events.map(({ triggerSource }) => triggerSource))].toSorted()
    throw new Error(`No event of ${source} has come: there are ${known.join(', ') || 'none'}.`)
  }
  writeFileSync(file, `${JSON.stringify(found.event, undefined, 2)}\n`)
  return `${file}: ${source} of ${found.at}, secrets as ***`
}
