import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderInUseError, lockFolder } from '../../../../../local/node/store/folder-lock.ts'
import { temporaryFolder } from '../../../../support/node/temporary-folder.ts'

test('a folder has one holder at a time, under whatever name', () => {
  const parent = temporaryFolder()
  const folder = join(parent, 'data')
  const lock = lockFolder(folder)
  symlinkSync(folder, join(parent, 'other-name'))

  expect(() => lockFolder(folder)).toThrow(FolderInUseError)
  expect(() => lockFolder(join(parent, 'other-name'))).toThrow('Another local AWS')
  lockFolder(join(parent, 'another')).close()

  lock.close()
  lockFolder(folder).close()
})
