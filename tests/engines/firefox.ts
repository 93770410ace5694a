import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, ElementReference } from './browser.ts'
import { startProgram } from './start-program.ts'
import { idOf } from './webkit.ts'

/**
 * Firefox by Marionette, its own form of WebDriver, which needs no driver beside it.
 *
 * @see https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export async function startFirefox(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'engines-firefox-'))
  // Port 0 takes a free one, which is then written into the profile.
  writeFileSync(join(profile, 'user.js'), 'user_pref("marionette.port", 0);\n')
  const args = ['--headless', '--marionette', '--no-remote', '--profile', profile]
  const env = { ...globalThis.process.env, HOME: profile }
  const { process, ended, failed } = startProgram('firefox-esr', args, { env })
  const port = await Promise.race([portOf(profile), failed])
  const send = await openConnection(port)
  await send('WebDriver:NewSession', { pageLoadStrategy: 'none' })
  return {
    async open(url) {
      await send('WebDriver:Navigate', { url })
    },
    async run(script) {
      const { value } = await send('WebDriver:ExecuteScript', { script, args: [] })
      return value
    },
    async click(element) {
      await send('WebDriver:ElementClick', { id: idOf(element) })
    },
    async type(element: ElementReference, text) {
      await send('WebDriver:ElementSendKeys', { id: idOf(element), text })
    },
    async close() {
      process.kill()
      await ended
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

async function portOf(profile: string): Promise<number> {
  const file = join(profile, 'MarionetteActivePort')
  for (;;) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
    if (port > 0) return port
    await wait(100)
  }
}

interface Answer {
  value?: unknown
}

type Send = (command: string, parameters: object) => Promise<Answer>

/** Messages are `length:json`: first one of the browser's, then commands and their answers in turn. */
async function openConnection(port: number): Promise<Send> {
  const socket = connect(port, '127.0.0.1')
  const messages = readMessages(socket)
  await messages.next()
  let count = 0
  return async (command, parameters) => {
    count += 1
    const text = JSON.stringify([0, count, command, parameters])
    socket.write(`${Buffer.byteLength(text)}:${text}`)
    const { value } = await messages.next()
    const [, , error, answer] = value as [1, number, object | null, Answer | null]
    if (error) throw new Error(`${command}: ${JSON.stringify(error)}`)
    return answer ?? {}
  }
}

async function* readMessages(socket: Socket): AsyncGenerator<unknown, undefined> {
  let buffered = Buffer.alloc(0)
  for await (const chunk of socket) {
    buffered = Buffer.concat([buffered, chunk as Buffer])
    for (let colon = buffered.indexOf(':'); colon > 0; colon = buffered.indexOf(':')) {
      const end = colon + 1 + Number(buffered.subarray(0, colon).toString())
      if (buffered.length < end) break
      yield JSON.parse(buffered.subarray(colon + 1, end).toString())
      buffered = buffered.subarray(end)
    }
  }
  return undefined
}
