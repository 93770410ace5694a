import type { PasswordHashingAlgorithmType } from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { hashFault } from '../../../../../local/user-pools/import/password-hash.ts'

/** Of AWS's guide, each at the most that it may cost. */
const examples: Readonly<Record<PasswordHashingAlgorithmType, string>> = {
  BCRYPT: '$2b$10$CtA.Rcu/szzn9U00wpUjOuN3vrgJRZycv4aOzcP3GzqzO8UDPEFq6',
  SCRYPT:
    '65536$8$1$304dbaef7c5e828dc19c98f0600d18fe$4f69c498c12cd102d057356facf8d77e8d42407090491ea32c5b038f5a18c099',
  ARGON2ID:
    '$argon2id$v=19$m=19456,t=2,p=1$ko/G5o1ms+ML08P95sQ8DA$AkVbvWSOqz7Hs3qthhWKxicOWnGLN+MBmpwc3emi5VA',
  PBKDF2_SHA256:
    '$pbkdf2-sha256$600000$1XZlmwLQ2hhM3JYuCPiArQ$Pfheg9Zi/v5lXU4yyLA0WFUYEd/rlaVbzrM9oMD6IrA',
}
const algorithms = Object.keys(examples) as PasswordHashingAlgorithmType[]

test.for(algorithms)(
  'AWS’s own example of %s is one, and those of the others are not',
  (algorithm) => {
    const faults = algorithms.map((other) => hashFault({ algorithm, hash: examples[other] }))

    expect(faults).toEqual(
      algorithms.map((other) =>
        other === algorithm ? undefined : `The password hash is not one of ${algorithm}.`,
      ),
    )
  },
)

const { BCRYPT, SCRYPT, ARGON2ID, PBKDF2_SHA256 } = examples

test.for([
  ['bcrypt of cost 12', 'BCRYPT', BCRYPT.replace('$10$', '$12$')],
  ['bcrypt as PHP names it', 'BCRYPT', BCRYPT.replace('$2b$', '$2y$')],
  ['Argon2 of the version before', 'ARGON2ID', ARGON2ID.replace('v=19', 'v=16')],
  ['PBKDF2 as passlib writes a plus', 'PBKDF2_SHA256', PBKDF2_SHA256.replace('1XZ', '1.Z')],
] as const)('%s is one', ([, algorithm, hash]) => {
  expect(hashFault({ algorithm, hash })).toBeUndefined()
})

const tooMuch = (name: string, most: number) =>
  `The password hash exceeds the maximum of ${name}, which is ${most}.`

test.for([
  ['bcrypt', 'BCRYPT', BCRYPT.replace('$10$', '$13$'), tooMuch('cost', 12)],
  ['scrypt in N', 'SCRYPT', SCRYPT.replace('65536', '131072'), tooMuch('N', 65_536)],
  ['scrypt in r', 'SCRYPT', SCRYPT.replace('$8$', '$9$'), tooMuch('r', 8)],
  ['scrypt in p', 'SCRYPT', SCRYPT.replace('$1$', '$2$'), tooMuch('p', 1)],
  ['Argon2id in memory', 'ARGON2ID', ARGON2ID.replace('19456', '19457'), tooMuch('m', 19_456)],
  ['Argon2id in time', 'ARGON2ID', ARGON2ID.replace('t=2', 't=3'), tooMuch('t', 2)],
  ['Argon2id in lanes', 'ARGON2ID', ARGON2ID.replace('p=1', 'p=2'), tooMuch('p', 1)],
  [
    'PBKDF2',
    'PBKDF2_SHA256',
    PBKDF2_SHA256.replace('600000', '600001'),
    tooMuch('iterations', 600_000),
  ],
] as const)('%s costs no more than Cognito takes', ([, algorithm, hash, fault]) => {
  expect(hashFault({ algorithm, hash })).toBe(fault)
})

test.for([
  ['bcrypt that is cut off', 'BCRYPT', BCRYPT.slice(0, -1)],
  ['bcrypt of cost 3', 'BCRYPT', BCRYPT.replace('$10$', '$03$')],
  ['scrypt whose N is no power of two', 'SCRYPT', SCRYPT.replace('65536', '1000')],
  ['scrypt with half a byte', 'SCRYPT', SCRYPT.slice(0, -1)],
  ['Argon2i', 'ARGON2ID', ARGON2ID.replace('argon2id', 'argon2i')],
  ['Argon2id with too little memory', 'ARGON2ID', ARGON2ID.replace('19456', '7')],
  ['PBKDF2 without iterations', 'PBKDF2_SHA256', PBKDF2_SHA256.replace('600000', '0')],
] as const)('%s is none', ([, algorithm, hash]) => {
  expect(hashFault({ algorithm, hash })).toBe(`The password hash is not one of ${algorithm}.`)
})
