import { expect, test } from 'vitest'
import { describeEachStore, keysOf } from './each-store.ts'

describeEachStore((create) => {
  test('a transaction that throws leaves nothing, one that returns leaves all', () => {
    const store = create()
    const table = store.table<number>('a')
    const other = store.table<number>('b')
    table.set('kept', 1)
    table.set('changed', 1)

    const failing = () =>
      store.transaction(() => {
        table.set('changed', 2)
        table.delete('kept')
        other.set('new', 2)
        expect([table.get('changed'), table.get('kept'), other.get('new')]).toEqual([
          2,
          undefined,
          2,
        ])
        expect(keysOf(table.entries())).toStrictEqual(['changed'])
        throw new Error('no')
      })

    expect(failing).toThrow('no')
    expect([table.get('changed'), table.get('kept'), other.get('new')]).toEqual([1, 1, undefined])
    expect(store.transaction(() => (other.set('new', 3), 'result'))).toBe('result')
    expect(other.get('new')).toBe(3)
  })

  test('transactions nest: the outermost commits, an inner one rolls back alone', () => {
    const store = create()
    const table = store.table<number>('a')
    table.set('old', 0)

    store.transaction(() => {
      table.set('outer', 1)
      expect(() =>
        store.transaction(() => {
          table.set('inner', 1)
          table.set('outer', 2)
          table.delete('old')
          throw new Error('inner')
        }),
      ).toThrow('inner')
      store.transaction(() => table.set('second', 1))
    })
    expect([...table.entries()]).toStrictEqual([
      ['old', 0],
      ['outer', 1],
      ['second', 1],
    ])

    expect(() =>
      store.transaction(() => {
        store.transaction(() => table.set('third', 1))
        throw new Error('outer')
      }),
    ).toThrow('outer')
    expect(table.get('third')).toBeUndefined()
  })

  test('clear empties every table, also inside a transaction that may roll it back', () => {
    const store = create()
    const table = store.table<number>('a')
    table.set('a', 1)

    expect(() =>
      store.transaction(() => {
        store.clear()
        expect(table.get('a')).toBeUndefined()
        table.set('b', 1)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(keysOf(table.entries())).toStrictEqual(['a'])

    store.clear()
    expect(keysOf(table.entries())).toStrictEqual([])
    table.set('c', 1)
    expect(table.get('c')).toBe(1)
  })

  test('a transaction may not wait', () => {
    const store = create()
    const table = store.table<number>('a')

    expect(() =>
      store.transaction(() => {
        table.set('a', 1)
        return Promise.resolve()
      }),
    ).toThrow(TypeError)
    expect(table.get('a')).toBeUndefined()
  })
})
