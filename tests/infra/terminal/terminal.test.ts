import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createTerminal } from '../../../infra/terminal/terminal.ts'

function setUp(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY, setRawMode: () => input })
  const output = Object.assign(new PassThrough(), { isTTY, columns: 40 })
  const interruption = new AbortController()
  let text = ''
  output.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const terminal = createTerminal({
    input,
    output,
    signal: interruption.signal,
    onInterrupt: () => interruption.abort(),
  })
  return { terminal, input, text: () => text }
}

test('what is hidden is never written, on no line', () => {
  const { terminal, text } = setUp(true)
  terminal.hide(['GOCSPX-1', '-----BEGIN\nMIGTAgEA\n-----END'])

  terminal.say('The secret GOCSPX-1 and the key MIGTAgEA, or "-----BEGIN\\nMIGTAgEA\\n-----END"')
  terminal.show('GOCSPX-1')

  expect(text()).not.toContain('GOCSPX')
  expect(text()).not.toContain('MIGTAgEA')
})

test('a line that stays is written above the one that is replaced', () => {
  const { terminal, text } = setUp(true)

  terminal.show('1 of 2')
  terminal.say('one')
  terminal.show('2 of 2')

  expect(text()).toBe('\r\u001b[2K1 of 2\r\u001b[2Kone\n1 of 2\r\u001b[2K2 of 2')
})

test('a line that is replaced is no longer than the terminal is wide', () => {
  const { terminal, text } = setUp(true)

  terminal.show('x'.repeat(100))

  expect(text()).toBe(`\r\u001b[2K${'x'.repeat(39)}`)
})

test('a log gets whole lines and nothing that is replaced', () => {
  const { terminal, text } = setUp(false)

  terminal.show('1 of 2')
  terminal.say('one')

  expect(terminal.isInteractive).toBe(false)
  expect(text()).toBe('one\n')
})

test('a question is answered by a line, without the spaces around it', async () => {
  const { terminal, input } = setUp(true)

  const answer = terminal.ask('Go on? ')
  input.write(' yes \n')

  expect(await answer).toBe('yes')
})

test('a secret that is typed is not shown', async () => {
  const { terminal, input, text } = setUp(true)

  const answer = terminal.askSecret('ProviderSecret: ')
  input.write('GOCSPX-1\n')

  expect(await answer).toBe('GOCSPX-1')
  expect(text()).toContain('ProviderSecret: ')
  expect(text()).not.toContain('GOCSPX')
})

test('Ctrl-D is no answer', async () => {
  const { terminal, input } = setUp(true)

  const answer = terminal.ask('Go on? ')
  input.write('\u0004')

  expect(await answer).toBe('')
})

test('Ctrl-C at a question interrupts', async () => {
  const { terminal, input } = setUp(true)

  const answer = terminal.ask('Go on? ')
  input.write('\u0003')

  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
})
