import { expect, test } from 'vitest'
import { describeEachStore, keysOf } from './each-store.ts'

describeEachStore((create) => {
  test('gives back what was set, and undefined for what was not', () => {
    const table = create().table<unknown>('people')
    const value = {
      text: 'é 😀',
      number: 1.5,
      large: 1_790_000_000_000,
      flag: false,
      nothing: null,
      missing: undefined,
      list: [1, [2]],
      bytes: new Uint8Array([0, 255]),
      map: new Map([['a', 1]]),
      set: new Set(['b']),
      date: new Date(0),
      bigint: 2n ** 200n,
      nested: { __proto__: null, constructor: 'x' },
    }
    table.set('ada', value)

    const { nested, ...read } = table.get('ada') as typeof value
    const { nested: written, ...rest } = value
    expect(read).toStrictEqual(rest)
    expect({ ...nested }).toStrictEqual({ ...written })
    expect(table.get('bob')).toBeUndefined()
    expect(create().table('people').get('ada')).toBeUndefined()
  })

  test('shares no value with its caller', () => {
    const table = create().table<{ names: string[] }>('people')
    const value = { names: ['ada'] }
    table.set('key', value)
    value.names.push('changed after set')
    table.get('key')?.names.push('changed after get')
    for (const [, entry] of table.entries()) entry.names.push('changed in an iteration')

    expect(table.get('key')).toStrictEqual({ names: ['ada'] })
  })

  test('keeps tables apart, whatever their names and keys', () => {
    const store = create()
    store.table<number>('a').set('b/c', 1)
    store.table<number>('a/b').set('c', 2)
    store.table<number>('a\0b').set('c', 3)
    store.table<number>('a').set('b\0c', 4)

    expect([...store.table('a').entries()]).toStrictEqual([
      ['b\0c', 4],
      ['b/c', 1],
    ])
    expect([...store.table('a/b').entries()]).toStrictEqual([['c', 2]])
    expect([...store.table('a\0b').entries()]).toStrictEqual([['c', 3]])
  })

  test('lists keys in the order of their UTF-8 bytes', () => {
    const table = create().table<number>('keys')
    const keys = [
      '\uff5e',
      '😀',
      'é',
      'z',
      'Z',
      'a/b',
      'a',
      'a!',
      'a\0',
      '\u{10ffff}',
      '\ue000',
      '10',
      '9',
    ]
    keys.forEach((key, index) => table.set(key, index))

    const byBytes = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(keysOf(table.entries())).toStrictEqual(byBytes)
    for (const key of keys) {
      expect(keysOf(table.entries({ after: key }))).toStrictEqual(
        byBytes.slice(byBytes.indexOf(key) + 1),
      )
    }
  })

  test('lists a range by prefix, after and limit', () => {
    const table = create().table<number>('keys')
    for (const key of ['a', 'b', 'b/1', 'b/2', 'b/3', 'b0', 'c', '\u{10ffff}', '\u{10ffff}x']) {
      table.set(key, 0)
    }

    expect(keysOf(table.entries({ prefix: 'b/' }))).toStrictEqual(['b/1', 'b/2', 'b/3'])
    expect(keysOf(table.entries({ prefix: 'b/', after: 'b/1' }))).toStrictEqual(['b/2', 'b/3'])
    expect(keysOf(table.entries({ prefix: 'b/', after: 'b/1', limit: 1 }))).toStrictEqual(['b/2'])
    expect(keysOf(table.entries({ prefix: 'b/', after: 'a' }))).toHaveLength(3)
    expect(keysOf(table.entries({ prefix: 'b/', after: 'c' }))).toStrictEqual([])
    expect(keysOf(table.entries({ after: 'b/15' }))).toStrictEqual([
      'b/2',
      'b/3',
      'b0',
      'c',
      '\u{10ffff}',
      '\u{10ffff}x',
    ])
    expect(keysOf(table.entries({ prefix: '\u{10ffff}' }))).toHaveLength(2)
    expect(keysOf(table.entries({ limit: 0 }))).toStrictEqual([])
    expect(keysOf(table.entries({ limit: 2 }))).toStrictEqual(['a', 'b'])
    expect(keysOf(table.entries({ prefix: 'x'.repeat(4000) }))).toStrictEqual([])
    expect(keysOf(table.entries({ after: 'b'.repeat(4000) }))).toStrictEqual([
      'c',
      '\u{10ffff}',
      '\u{10ffff}x',
    ])
  })

  test('an iteration sees the entries as they were when it started', () => {
    const table = create().table<number>('keys')
    for (let index = 0; index < 600; index += 1) table.set(`k${String(index).padStart(4, '0')}`, 0)
    const entries = table.entries()
    table.set('before', 0)

    const seen: [string, number][] = []
    for (const [key, value] of entries) {
      table.set('k0599', 1)
      table.delete('k0300')
      table.set('k9999', 1)
      seen.push([key, value])
    }

    expect(seen).toHaveLength(601)
    expect(seen.at(-1)).toStrictEqual(['k0599', 0])
    expect(keysOf(table.entries())).toHaveLength(601)
  })

  test('an iteration may stop early, and others may run beside it', () => {
    const table = create().table<number>('keys')
    for (const key of ['a', 'b', 'c']) table.set(key, 0)

    for (const [outer] of table.entries()) {
      for (const [inner] of table.entries()) if (inner === outer) break
      if (outer === 'b') break
    }

    expect(table.delete('a')).toBe(true)
    expect(keysOf(table.entries())).toStrictEqual(['b', 'c'])
  })

  test('delete tells whether there was something to delete', () => {
    const table = create().table<number>('keys')
    table.set('a', 1)

    expect(table.delete('a')).toBe(true)
    expect(table.delete('a')).toBe(false)
    expect(table.delete('x'.repeat(4000))).toBe(false)
    expect(table.get('a')).toBeUndefined()
  })

  test('refuses keys that no order is promised for, and finds nothing under them', () => {
    const table = create().table<number>('a')

    for (const key of ['', 'x'.repeat(1901), 'é'.repeat(951), '\ud800', 'a\udc00b']) {
      expect(() => table.set(key, 1)).toThrow(RangeError)
      expect(table.get(key)).toBeUndefined()
    }
    for (const key of ['x'.repeat(1900), 'é'.repeat(950), '😀'.repeat(475)]) {
      table.set(key, 1)
      expect(table.get(key)).toBe(1)
    }
  })

  test('stays right over many changes', () => {
    const table = create().table<number>('a')
    const model = new Map<string, number>()
    let state = 1
    for (let step = 0; step < 4000; step += 1) {
      state = (state * 48_271) % 2_147_483_647
      const key = `k${state % 700}`
      if (state % 3 === 0) expect(table.delete(key)).toBe(model.delete(key))
      else {
        table.set(key, step)
        model.set(key, step)
      }
    }

    const expected = [...model].sort(([a], [b]) => (a < b ? -1 : 1))
    expect([...table.entries()]).toStrictEqual(expected)
  })
})
