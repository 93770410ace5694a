'use strict'

/**
 * DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse: a link by mail in place of the
 * password. The app asks for one by answering the first challenge with `clientMetadata.link` set to "send",
 * and whoever opens it begins a sign-in of their own, in any browser, and answers with what is in it.
 *
 * Each person has one link at a time, kept in the bucket as its hash: good once, for fifteen minutes.
 */
const { createHash, randomBytes, timingSafeEqual } = require('node:crypto')
const { GetObjectCommand, PutObjectCommand, S3Client } = require('@aws-sdk/client-s3')

const { ADDRESS, APP_ORIGINS, BUCKET, FROM, MAIL_REGION } = process.env
const s3 = new S3Client({})
const goodForMs = 15 * 60_000
/** So that nobody fills somebody's inbox. */
const betweenMs = 60_000

exports.handler = async (event) => {
  const [trigger] = event.triggerSource.split('_')
  if (trigger === 'DefineAuthChallenge') define(event)
  if (trigger === 'CreateAuthChallenge') await create(event)
  if (trigger === 'VerifyAuthChallengeResponse') await verify(event)
  return event
}

/** The first answer may ask for a link; a second one has to be it. */
function define({ request, response }) {
  const { session } = request
  response.issueTokens = session.at(-1)?.challengeResult === true
  response.failAuthentication = !response.issueTokens && session.length > 1
  if (!response.issueTokens && !response.failAuthentication)
    response.challengeName = 'CUSTOM_CHALLENGE'
}

async function create({ userName, request, response }) {
  response.publicChallengeParameters = { kind: 'MAGIC_LINK' }
  response.privateChallengeParameters = {}
  const { userAttributes, userNotFound, clientMetadata } = request
  if (clientMetadata?.link !== 'send' || userNotFound) return
  // A link proves an address; of one that was never proved it would prove nothing of the account.
  if (userAttributes.email_verified !== 'true') return
  const before = await read(userName)
  if (before && !before.usedAt && Date.now() < before.sentAt + betweenMs) return
  const secret = randomBytes(32).toString('base64url')
  await write(userName, { hash: hashOf(secret), sentAt: Date.now() })
  await send(
    userAttributes.email,
    linkOf(userName, secret, clientMetadata),
    clientMetadata.language,
  )
}

async function verify({ userName, request, response }) {
  response.answerCorrect = false
  const link = request.userNotFound ? undefined : await read(userName)
  const answer = Buffer.from(hashOf(request.challengeAnswer))
  if (!link || !timingSafeEqual(Buffer.from(link.hash), answer)) return
  // Who has the link may know what became of it: the app has words for these two.
  if (link.usedAt) throw new Error('LinkUsed')
  if (Date.now() > link.sentAt + goodForMs) throw new Error('LinkExpired')
  const { etag, ...kept } = link
  await write(userName, { ...kept, usedAt: Date.now() }, etag)
  response.answerCorrect = true
}

/** What is after the # goes to no server. The origin is one of the app's: a link is as good as a password. */
function linkOf(userName, secret, { origin }) {
  const origins = APP_ORIGINS.split(',')
  const name = Buffer.from(userName).toString('base64url')
  return `${origins.includes(origin) ? origin : origins[0]}/sign-in/link#${name}.${secret}`
}

const words = {
  en: (link) => ['Your link to sign in', `Open it within 15 minutes, once:\n\n${link}\n`],
  de: (link) => ['Ihr Link zur Anmeldung', `Er gilt 15 Minuten und ein Mal:\n\n${link}\n`],
}

async function send(to, link, language) {
  const { SESv2Client, SendEmailCommand } = require('@aws-sdk/client-sesv2')
  const [subject, text] = (words[language] ?? words.en)(link)
  const utf8 = (Data) => ({ Data, Charset: 'UTF-8' })
  await new SESv2Client({ region: MAIL_REGION }).send(
    new SendEmailCommand({
      FromEmailAddress: FROM || ADDRESS,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text) } } },
    }),
  )
}

async function read(userName) {
  try {
    const { Body, ETag } = await s3.send(
      new GetObjectCommand({ Bucket: BUCKET, Key: keyOf(userName) }),
    )
    return { ...JSON.parse(await Body.transformToString()), etag: ETag }
  } catch (error) {
    // Who may not list a bucket is not told which keys it lacks.
    if (error.name === 'NoSuchKey' || error.name === 'AccessDenied') return undefined
    throw error
  }
}

/** @param etag of what it replaces: of two who open a link at once, one is told that it is used. */
async function write(userName, link, etag) {
  const object = { Bucket: BUCKET, Key: keyOf(userName), Body: JSON.stringify(link) }
  try {
    await s3.send(new PutObjectCommand({ ...object, ...(etag && { IfMatch: etag }) }))
  } catch (error) {
    const isLate =
      error.name === 'PreconditionFailed' || error.name === 'ConditionalRequestConflict'
    throw isLate ? new Error('LinkUsed') : error
  }
}

function keyOf(userName) {
  return `magic-links/${encodeURIComponent(userName)}`
}

function hashOf(secret) {
  return createHash('sha256').update(secret).digest('base64')
}
