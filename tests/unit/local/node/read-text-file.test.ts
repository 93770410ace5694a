import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  decodeText,
  readTextFileIfThere,
  TextFileError,
} from '../../../../local/node/read-text-file.ts'
import { encodings } from '../../../support/core/encodings.ts'
import { temporaryFolder } from '../../../support/node/temporary-folder.ts'

test.each(encodings)('%s is read', (_name, encode) => {
  for (const text of ['', 'a', '{}', 'Zürich, 東京, 🙂\n']) {
    expect(decodeText(encode(text), 'a.txt').replace(/\r\n?/, '\n')).toBe(text)
  }
})

test.each([
  ['Windows-1252', Buffer.from('Zürich', 'latin1')],
  ['UTF-32LE', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  ['UTF-32BE', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61])],
  ['half a letter of UTF-16', Buffer.from([0xff, 0xfe, 0x61])],
  ['an archive', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 0, 0])],
])('%s is named, and what to do', (_name, bytes) => {
  expect(() => decodeText(bytes, 'a.txt')).toThrow(TextFileError)
  expect(() => decodeText(bytes, 'a.txt')).toThrow(/^a\.txt is not text in .*as UTF-8\.$/)
})

test('only a file that is not there is an absent one', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.txt'), 'a')

  expect(readTextFileIfThere(join(folder, 'a.txt'))).toBe('a')
  expect(readTextFileIfThere(join(folder, 'b.txt'))).toBeUndefined()
  expect(() => readTextFileIfThere(folder)).toThrow('EISDIR')
})
