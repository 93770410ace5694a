import { createRequestShapes } from '../http/service-model.ts'
import model from './service-model.json' with { type: 'json' }

export const kmsRequests = createRequestShapes(model)
