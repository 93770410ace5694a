import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderInUseError, lockFolder } from '../../../../local/node/folder-lock.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

test('a folder has one holder at a time, under whatever name', async () => {
  const parent = temporaryFolder()
  const folder = join(parent, 'data')
  const lock = await lockFolder(folder)
  symlinkSync(folder, join(parent, 'other-name'))

  await expect(lockFolder(folder)).rejects.toThrow(FolderInUseError)
  await expect(lockFolder(join(parent, 'other-name'))).rejects.toThrow('Another local AWS')
  await (await lockFolder(join(parent, 'another'))).close()

  await lock.close()
  await (await lockFolder(folder)).close()
})
