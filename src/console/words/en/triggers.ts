/** What the triggers' page says. */
export const triggersWords = {
  title: 'Triggers',
  intro:
    'Lambda functions that user pools call: which they have, what each was given, and what it answered. The last hundred are kept. Passwords, codes and tokens are masked.',
  configured: 'What the pools have',
  noneConfigured: 'No pool has a trigger. The template and docs/triggers.md say how to add one.',
  events: 'What they were called with',
  noEvents: 'None was called yet.',
  duration: (ms: number) => `${ms} ms`,
  answered: 'Answered',
  failed: (why: string) => `Failed: ${why}`,
  running: 'Still running',
  nothing: 'Returned nothing',
  open: 'Event and answer',
  event: 'Event',
  answer: 'Answer',
}
