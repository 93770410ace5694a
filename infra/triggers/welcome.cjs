'use strict'

/**
 * PostConfirmation: writes a first object to a place in the bucket that is the person's own.
 *
 * The place has the user's `sub`: the identity, whose id the app's own objects lie under, is made later, when
 * somebody first asks for credentials. The identity pool tags those with the `sub`, and the role's policy
 * lets them read below it.
 */
const { PutObjectCommand, S3Client } = require('@aws-sdk/client-s3')

const client = new S3Client({})

exports.handler = async (event) => {
  // A new password by a code is confirmed by this trigger, too.
  if (event.triggerSource !== 'PostConfirmation_ConfirmSignUp') return event
  const { sub, name } = event.request.userAttributes
  const object = {
    Bucket: process.env.BUCKET,
    Key: `welcome/${sub}/welcome.json`,
    Body: JSON.stringify({ name, joinedAt: new Date().toISOString() }),
    ContentType: 'application/json',
    // Cognito calls again when it was not answered in time: the first of them counts.
    IfNoneMatch: '*',
  }
  try {
    await client.send(new PutObjectCommand(object))
  } catch (error) {
    // Whatever it throws would be shown to somebody who is confirmed by now.
    if (error.name !== 'PreconditionFailed') console.error('No welcome for', sub, error)
  }
  return event
}
