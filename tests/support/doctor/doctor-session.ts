import type { DoctorObjects, DoctorSession } from '../../../src/doctor/ports.ts'
import { awsConfig } from './doctor-answers.ts'

/** Somebody signed in to AWS, whose requests to the bucket end as a test has them end. */
export function doctorSession(
  objects: Partial<DoctorObjects> = {},
  claims: object = {},
): () => Promise<DoctorSession> {
  const payload = {
    iss: `https://cognito-idp.eu-central-1.amazonaws.com/${awsConfig.userPoolId}`,
    aud: awsConfig.userPoolClientId,
    ...claims,
  }
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url')
  return () =>
    Promise.resolve({
      idToken: `header.${encoded}.signature`,
      accessToken: 'access',
      objects: () => ({
        put: () => Promise.resolve('"etag"'),
        get: () => Promise.resolve(),
        remove: () => Promise.resolve(),
        list: () => Promise.resolve(),
        ...objects,
      }),
    })
}

/** @returns what throws an error named as S3 names it. */
export function refuses(name: string, message = name): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(message), { name }))
}
