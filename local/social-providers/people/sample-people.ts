import { splitName, type Person } from './person.ts'
import type { Slug } from '../registration.ts'

/**
 * Who has an account at each provider from the start. The same person has the same address
 * everywhere, and at each provider an id of its own that never changes.
 */
export const samplePeople: Readonly<Record<Slug, readonly Person[]>> = {
  google: [
    sample('118151210000000000001', 'Ada Lovelace', 'ada@example.com'),
    sample('119061209000000000002', 'Grace Hopper', 'grace@example.com'),
    sample('119120623000000000003', 'Alan Turing', 'alan@example.com', { emailVerified: false }),
  ],
  facebook: [
    sample('10181512100000001', 'Ada Lovelace', 'ada@example.com'),
    sample('10190612090000002', 'Grace Hopper', 'grace@example.com'),
    sample('10191206230000003', 'Alan Turing', undefined),
  ],
  apple: [
    sample('001815.ada00000000000000000000000000001.1210', 'Ada Lovelace', 'ada@example.com'),
    sample('001906.9ace0000000000000000000000000002.1209', 'Grace Hopper', 'grace@example.com'),
    sample('001912.a1a00000000000000000000000000003.0623', 'Alan Turing', 'alan@example.com'),
  ],
  amazon: [
    sample('amzn1.account.ADA18151210AAAAAAAAAAAAAAA1', 'Ada Lovelace', 'ada@example.com', {
      postalCode: 'SW1Y 4LE',
    }),
    sample('amzn1.account.GRA19061209AAAAAAAAAAAAAAA2', 'Grace Hopper', 'grace@example.com', {
      postalCode: '22201',
    }),
    sample('amzn1.account.ALA19120623AAAAAAAAAAAAAAA3', 'Alan Turing', 'alan@example.com', {
      postalCode: 'SK9 5PA',
    }),
  ],
  company: [
    sample('employee-1815', 'Ada Lovelace', 'ada@example.com'),
    sample('employee-1906', 'Grace Hopper', 'grace@example.com'),
    sample('employee-1912', 'Alan Turing', 'alan@example.com', { emailVerified: false }),
  ],
}

function sample(
  subject: string,
  name: string,
  email: string | undefined,
  more: Partial<Person> = {},
): Person {
  return {
    subject,
    ...splitName(name),
    ...(email !== undefined && { email }),
    emailVerified: email !== undefined,
    ...more,
  }
}
