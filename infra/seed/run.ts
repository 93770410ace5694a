import type { Target } from './aws.ts'
import type { Made } from './made.ts'
import { seedGroup } from './seed-groups.ts'
import { seedObject } from './seed-object.ts'
import { seedPerson } from './seed-person.ts'
import type { Seed } from './seed-file.ts'

interface World {
  target: Target
  /** As problems name it. */
  file: string
  /** Of an object, by the name in the file. */
  readBytes: (file: string) => Uint8Array
  say: (line: string) => void
  complain: (line: string) => void
}

/**
 * Makes all of it, in the order in which one needs the other: groups, people, objects. What fails is
 * said by its line and its name, and holds up nothing else.
 *
 * @returns how many failed.
 */
export async function runSeed(seed: Seed, world: World): Promise<number> {
  const { target, file, say, complain } = world
  let failed = 0

  async function each(line: number, name: string, make: () => Promise<Made>): Promise<void> {
    try {
      say(`${said[await make()]}  ${name}`)
    } catch (error) {
      failed += 1
      // The service's words; they repeat no password.
      const { name: code, message } = error instanceof Error ? error : new Error(String(error))
      complain(`${file}:${line}: ${name}: ${code}: ${message}`)
    }
  }

  for (const group of seed.groups) {
    await each(group.line, `group ${group.name}`, () => seedGroup(target, group))
  }
  for (const person of seed.people) {
    await each(person.line, person.username, () => seedPerson(target, person))
  }
  for (const object of seed.objects) {
    const { body } = object
    await each(object.line, object.key, async () => {
      if (target.bucket === undefined) throw new Error('The app is configured without a bucket.')
      const bytes =
        'file' in body ? world.readBytes(body.file) : new TextEncoder().encode(body.text)
      return seedObject(target, object, bytes)
    })
  }
  return failed
}

const said: Readonly<Record<Made, string>> = { made: '+', changed: '~', there: '=' }
