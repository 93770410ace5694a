import type { AuthEventType } from '@aws-sdk/client-cognito-identity-provider'
import type { AuthEvent } from '../model.ts'

type Times = 'CreationDate' | 'EventFeedback'

/** As AWS tells an event; times are epoch seconds. What is not known of a place is the text `null`. */
export function describeEvent(
  event: AuthEvent,
): Omit<AuthEventType, Times> & { CreationDate: number; EventFeedback?: object } {
  const { context, level, feedback } = event
  return {
    EventId: event.id,
    EventType: event.type,
    CreationDate: event.createdAtMs / 1000,
    EventResponse: event.response,
    EventRisk: {
      RiskDecision: event.decision,
      ...(level && { RiskLevel: level }),
      CompromisedCredentialsDetected: event.isCompromised,
    },
    ChallengeResponses: event.challenges.map(({ name, isRight }) => ({
      ChallengeName: name,
      ChallengeResponse: isRight ? 'Success' : 'Failure',
    })),
    EventContextData: {
      IpAddress: context.ipAddress,
      DeviceName: context.deviceName,
      City: context.place?.city ?? 'null',
      Country: context.place?.country ?? 'null',
    },
    ...(feedback && {
      EventFeedback: {
        FeedbackValue: feedback.value,
        Provider: feedback.provider,
        FeedbackDate: feedback.atMs / 1000,
      },
    }),
  }
}
