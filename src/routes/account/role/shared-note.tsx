import { useFetcher } from 'react-router-dom'
import { accountPaths } from '../../../navigation/account-paths.ts'
import { sharedPath } from '../../../storage/object-path.ts'
import { readObject } from '../../../storage/read-object.ts'
import { reading, storageProblem, writing } from '../../../storage/storage-errors.ts'
import type { StorageOperation } from '../../../storage/storage-errors.ts'
import { writeObject } from '../../../storage/write-object.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ProblemSummary, type ShownProblem } from '../../../ui/problem-summary.tsx'
import { roleWords } from '#words/account-role'
import { withFreshCredentials } from '../../profile/fresh-credentials.ts'
import { shownStorageProblem } from '../../profile/shown-problem.ts'
import { Section } from '../parts/section.tsx'

const words = roleWords.note
const name = 'note.txt'
const maximumLength = 2000

interface Note {
  text: string
  /** Of the object that was read; undefined where there is none yet. */
  etag: string | undefined
}

interface Answer {
  problems: readonly ShownProblem[]
  note?: Note
  isSaved?: true
}

export async function readNote(): Promise<Answer> {
  try {
    const object = await withFreshCredentials(() =>
      readObject(name, maximumLength * 4, sharedPath(name)),
    )
    return { problems: [], note: { text: (await object?.blob.text()) ?? '', etag: object?.etag } }
  } catch (error) {
    return { problems: [problemOf(error, reading, words.notReadable)] }
  }
}

/** What was typed stays, saved or not. */
export async function saveNote({ text, etag: replaces }: Note): Promise<Answer> {
  const write = { name, path: sharedPath(name), body: text, contentType: 'text/plain', replaces }
  try {
    const etag = await withFreshCredentials(() => writeObject(write))
    return { problems: [], note: { text, etag }, isSaved: true }
  } catch (error) {
    const problems = [problemOf(error, writing, words.notWritable)]
    return { problems, note: { text, etag: replaces } }
  }
}

function problemOf(error: unknown, operation: StorageOperation, denied: ShownProblem) {
  const { trouble, code } = storageProblem(error, operation, navigator.onLine)
  if (trouble === 'denied') return { ...denied, name: code }
  if (trouble === 'conflict') return words.changed
  return shownStorageProblem(error, operation)
}

/** One text for everybody, which shows the role at work. */
export function SharedNote() {
  const { Form, data, state, formData } = useFetcher<Answer>()
  const note = data?.note
  const isSaving = state !== 'idle' && formData?.get('intent') === 'save'
  const isReading = state !== 'idle' && formData?.get('intent') === 'read'
  return (
    <>
      <ProblemSummary problems={data?.problems ?? none} />
      {data?.isSaved && <Notice>{words.saved}</Notice>}
      <Section heading={words.title} intro={words.intro}>
        <Form method="post" action={accountPaths.role()} className="form">
          {note && (
            <div className="field" key={note.etag ?? ''}>
              <label className="label" htmlFor="note">
                {words.label}
              </label>
              <textarea
                className="input"
                id="note"
                name="note"
                rows={5}
                maxLength={maximumLength}
                defaultValue={note.text}
              />
              <input type="hidden" name="etag" value={note.etag ?? ''} />
            </div>
          )}
          <div className="account-row-actions">
            {note && (
              <Button
                variation="primary"
                type="submit"
                name="intent"
                value="save"
                isBusy={isSaving}
              >
                {words.save}
              </Button>
            )}
            <Button type="submit" name="intent" value="read" isBusy={isReading}>
              {note ? words.readAgain : words.read}
            </Button>
          </div>
        </Form>
      </Section>
    </>
  )
}

const none: readonly ShownProblem[] = []
