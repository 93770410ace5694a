'use strict'

/**
 * UserMigration: whoever is not in the pool and signs in with a password, or has forgotten it, is brought
 * from the old directory. Here that is a JSON file in the bucket, where nobody but this function reads it; a
 * call of the old system's own API could stand in `find` as well.
 *
 *     [{ "email": "ada@example.com", "name": "Ada", "password": "scrypt:16384:8:1:<salt>:<hash>" }]
 *
 * Salt and hash are Base64. The password in clear text is the pool's from then on, kept as it keeps them all.
 */
const { scrypt, timingSafeEqual } = require('node:crypto')
const { promisify } = require('node:util')
const { GetObjectCommand, S3Client } = require('@aws-sdk/client-s3')

const client = new S3Client({})
/** Takes as long as somebody who is there. */
const nobody = { password: `scrypt:16384:8:1:AAAA:${'A'.repeat(43)}=` }

exports.handler = async (event) => {
  const { triggerSource, userName, request, response } = event
  const person = await find(userName)
  const isByPassword = triggerSource === 'UserMigration_Authentication'
  const isRight = !isByPassword || (await isPassword(request.password, person ?? nobody))
  // Cognito tells neither from the other, nor from a wrong password of somebody who is in the pool.
  if (!person || !isRight) throw new Error('Not in the old directory')
  const { email, name } = person
  response.userAttributes = { email, email_verified: 'true', ...(name && { name }) }
  response.finalUserStatus = 'CONFIRMED'
  response.messageAction = 'SUPPRESS'
  return event
}

async function find(userName) {
  const Key = process.env.OLD_DIRECTORY
  const { Body } = await client.send(new GetObjectCommand({ Bucket: process.env.BUCKET, Key }))
  const people = JSON.parse(await Body.transformToString())
  return people.find(({ email }) => email.toLowerCase() === userName.toLowerCase())
}

async function isPassword(password, person) {
  const [, N, r, p, salt, hash] = person.password.split(':')
  const expected = Buffer.from(hash, 'base64')
  const options = { N: Number(N), r: Number(r), p: Number(p) }
  const made = await promisify(scrypt)(
    password,
    Buffer.from(salt, 'base64'),
    expected.length,
    options,
  )
  return timingSafeEqual(made, expected)
}
