import { createRequestShapes } from '../http/service-model.ts'
import model from './service-model.json' with { type: 'json' }

export const userPoolRequests = createRequestShapes(model, {
  // The service asks for more than its model says: 6 characters, and no space around them.
  PasswordType: { min: 6, pattern: '^[\\S]+.*[\\S]+$' },
})
