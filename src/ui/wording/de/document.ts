import type { documentWords as en } from '../en/document.ts'
import type { Translation } from '../translation.ts'

export const documentWords: Translation<typeof en> = {
  language: 'de',
  description:
    'Konten, Sitzungen und private Dateien auf Amazon Cognito und S3, vollständig und getestet.',
  noScript: 'Diese App meldet mit JavaScript an. Bitte schalten Sie es ein.',
}
