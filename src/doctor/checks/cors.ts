import { bucketWords } from '#doctor-words/bucket'
import { corsWords as words } from '#doctor-words/cors'
import { doctorWords } from '#doctor-words/common'
import { addressesOf } from '../probes/addresses.ts'
import { askBucket } from '../probes/ask-bucket.ts'
import { corsOfPage } from '../probes/cors-of-page.ts'
import type { DoctorPorts } from '../ports.ts'
import { askPreflight, type Preflight } from '../probes/ask-preflight.ts'
import { createCheck, notApplicable, ok, unknown, wrong, type Result } from '../result.ts'
import { templatePlaces } from '../template-places.ts'

const methods = ['GET', 'PUT', 'DELETE'] as const

/** Whether the bucket lets pages of this origin ask as the app does, and read the ETag. */
export const cors = createCheck('cors', async (ports) => {
  const { bucket } = addressesOf(ports.config)
  if (bucket === undefined) return notApplicable(bucketWords.none)
  if (!ports.readsEveryAnswer) return corsOfPage(ports, bucket)
  const there = await askBucket(ports)
  if (there?.kind === 'unread') return unknown(words.unreachable)
  if (there?.kind === 'missing') return notApplicable(doctorWords.waitsFor('bucket'))
  if (there?.kind === 'there' && (there.region ?? ports.config.region) !== ports.config.region) {
    return notApplicable(doctorWords.waitsFor('region'))
  }
  return judge(ports, await askEach(ports, `${bucket}/users/doctor.txt`))
})

async function askEach(ports: DoctorPorts, url: string): Promise<Preflight[]> {
  const answers: Preflight[] = []
  for (const method of methods) {
    const answer = await askPreflight(ports, url, method)
    if (answer) answers.push(answer)
  }
  return answers
}

function judge({ origin }: DoctorPorts, answers: readonly Preflight[]): Result {
  if (answers.length < methods.length) return unknown(words.unreachable)
  const refused = answers.filter(({ isAllowed }) => !isAllowed)
  if (refused.length > 0) {
    const evidence = words.refused(
      answers.map(({ method, status, message }) => words.oneRefused(method, status, message)),
    )
    return refused.length === answers.length
      ? wrong(words.noRule(origin, evidence), templatePlaces.cors)
      : wrong(
          words.someMethods(
            origin,
            refused.map(({ method }) => method),
            evidence,
          ),
          templatePlaces.cors,
        )
  }
  const exposed = answers.find(({ method }) => method === 'PUT')?.exposed ?? []
  const evidence = `${words.preflights(methods)} ${words.exposed(exposed.join(', '))}`
  return exposed.includes('etag') || exposed.includes('*')
    ? ok(words.ok(origin, evidence))
    : wrong(words.noEtag(origin, evidence), templatePlaces.exposedHeaders)
}
