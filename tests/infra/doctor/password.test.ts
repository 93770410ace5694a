import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createTerminal } from '../../../infra/terminal/terminal.ts'
import { readPassword } from '../../../infra/doctor/password.ts'

function setUp({ isTTY = false, isSeen = isTTY }: { isTTY?: boolean; isSeen?: boolean } = {}) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY: isSeen })
  const interruption = new AbortController()
  const { signal } = interruption
  let text = ''
  output.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const onInterrupt = () => interruption.abort()
  const terminal = createTerminal({ input, output, signal, onInterrupt })
  const password = readPassword('ada@example.com', { input, terminal, signal })
  return { input, password, text: () => text, interrupt: onInterrupt }
}

test('a password that is typed is asked for and not shown', async () => {
  const { input, password, text } = setUp({ isTTY: true })
  input.write(' Correct-Horse-1\n')

  expect(await password).toBe(' Correct-Horse-1')
  expect(text()).toContain('Password of ada@example.com: ')
  expect(text()).not.toContain('Horse')
})

test.for([
  { piped: 'Correct-Horse-1\n', what: 'with a line end' },
  { piped: 'Correct-Horse-1\r\n', what: 'with one of Windows' },
  { piped: 'Correct-Horse-1', what: 'without a line end' },
  { piped: 'Correct-Horse-1\nand more', what: 'with more behind it' },
])('a password is taken from a pipe $what', async ({ piped }) => {
  const { input, password, text } = setUp()
  input.end(piped)

  expect(await password).toBe('Correct-Horse-1')
  expect(text()).toBe('')
})

test('a pipe need not end for its first line to be read', async () => {
  const { input, password } = setUp()
  input.write('Correct-')
  input.write('Horse-1\n')

  expect(await password).toBe('Correct-Horse-1')
})

test('Ctrl-C at the prompt interrupts', async () => {
  const { input, password } = setUp({ isTTY: true })
  input.write('Corr\u0003')

  await expect(password).rejects.toMatchObject({ name: 'AbortError' })
})

test('Ctrl-C ends the wait for a pipe that says nothing', async () => {
  const { password, interrupt } = setUp()
  interrupt()

  await expect(password).rejects.toMatchObject({ name: 'AbortError' })
})

test('no password is refused, typed or piped', async () => {
  const typed = setUp({ isTTY: true })
  const piped = setUp()
  typed.input.write('\n')
  piped.input.end()

  for (const { password } of [typed, piped]) {
    await expect(password).rejects.toMatchObject({
      name: 'Refusal',
      message: 'No password was given.',
    })
  }
})

test('nothing is asked where the question could not be seen', async () => {
  const { password } = setUp({ isTTY: true, isSeen: false })

  await expect(password).rejects.toMatchObject({ name: 'Refusal' })
})
