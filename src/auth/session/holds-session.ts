import * as amplify from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'

/** Whether the user pool still takes this session's token: GetUser needs nothing else. */
export async function holdsSession(): Promise<boolean> {
  try {
    await amplify.fetchUserAttributes(userPoolOnly())
    return true
  } catch {
    return false
  }
}
