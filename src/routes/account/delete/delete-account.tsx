import { data, redirect } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import { deleteUser, noteBegun, wasBegun } from '../../../auth/account/delete-user.ts'
import { findMissingPlaces } from '../../../auth/attributes/profile-place.ts'
import { paths } from '../../../navigation/paths.ts'
import { listOwnObjects, removeOwnObjects } from '../../../storage/own-objects.ts'
import { reading, removing, storageProblem } from '../../../storage/storage-errors.ts'
import { checkOfTrouble } from '../../../ui/wording/trouble-checks.ts'
import { deleteWords as words } from '#words/account-delete'
import type { FormProblem } from '../../auth/form-problems.ts'
import { withFreshCredentials } from '../../profile/fresh-credentials.ts'
import { refuse, refuseOrLeave, requireFreshProof, type Task } from '../task.ts'
import { DeleteAccount, type DeleteAnswer, type Files } from './delete-page.tsx'

/** `/account/delete`: files first, since nobody but their owner may remove them. */
export const deleteAccount: Task = { load, act }

async function load({ request }: LoaderFunctionArgs) {
  // Before anything is read through and ticked, which the way to the proof would lose.
  const me = await requireFreshProof(request)
  return <DeleteAccount me={me} files={await readFiles()} wasBegun={wasBegun()} />
}

async function readFiles(): Promise<Files> {
  if (!(await hasPlace())) return { kind: 'no-place' }
  try {
    const objects = await withFreshCredentials(listOwnObjects)
    const sizeBytes = objects.reduce((sum, object) => sum + object.sizeBytes, 0)
    return { kind: 'list', count: objects.length, sizeBytes }
  } catch (error) {
    // Throws what is a fault of the app.
    storageProblem(error, reading, navigator.onLine)
    return { kind: 'unlisted' }
  }
}

async function hasPlace(): Promise<boolean> {
  return (await findMissingPlaces()).length === 0
}

async function act({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  if (form.get('understood') !== 'on') {
    return refuse({ key: 'not-understood', field: 'understood', message: words.missing })
  }
  await requireFreshProof(request)
  noteBegun()
  const problem = form.get('intent') === 'without-files' ? undefined : await removeFiles()
  if (problem) {
    return data<DeleteAnswer>({ problems: [problem], canLeaveFiles: true }, { status: 400 })
  }
  try {
    await deleteUser()
  } catch (error) {
    return refuseOrLeave(error, 'account', request)
  }
  return redirect(paths.home())
}

/** @returns why some are still there. */
async function removeFiles(): Promise<FormProblem | undefined> {
  if (!(await hasPlace())) return undefined
  try {
    await withFreshCredentials(removeOwnObjects)
    return undefined
  } catch (error) {
    const { trouble, code } = storageProblem(error, removing, navigator.onLine)
    return {
      key: 'files-kept',
      message: words.filesKept,
      next: words.filesKeptNext,
      name: code,
      check: checkOfTrouble[trouble] ?? undefined,
    }
  }
}
