/** Text as Windows' editors and shells, and others', save it. */
export const encodings: readonly [name: string, encode: (text: string) => Buffer][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16LE', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16BE', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-16LE without a mark', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16BE without a mark', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['UTF-8 with CRLF', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
  ['UTF-8 with a mark and CRLF', (text) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
  [
    'UTF-16LE with CRLF',
    (text) => Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf16le'),
  ],
]
