import type { PropertyReader } from '../../property-reader.ts'

/** Properties of a user pool that are known and not honoured, or that need no honouring. */
export function mentionWhatIsNotEmulated(reader: PropertyReader): void {
  reader.pass('UserPoolTags')
  reader.notEmulated('DeletionProtection', 'the local data folder can always be deleted')
  reader.notEmulated('EmailConfiguration', 'messages go to the local inbox')
  reader.notEmulated('SmsConfiguration', 'messages go to the local inbox')
  reader.notEmulated('KeyConfiguration', 'the local data folder is not encrypted')
}
