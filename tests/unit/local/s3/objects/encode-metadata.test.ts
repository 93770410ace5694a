import { expect, test } from 'vitest'
import { encodeMetadata } from '../../../../../local/s3/objects/encode-metadata.ts'

// Recorded of S3 on 2026-02-21: localstack/localstack tests/aws/services/s3/test_s3.py
// test_user_metadata_rfc2047_encoded, test_post_object_with_unicode_metadata,
// test_put_unicode_metadata_with_sig_s3.
test.each([
  ['ÄMÄZÕÑ S3', '=?UTF-8?Q?=C3=84M=C3=84Z=C3=95=C3=91_S3?='],
  [
    'test_—_file%E2%80%94_é_2👑.pdf',
    '=?UTF-8?Q?test=5F=E2=80=94=5Ffile%E2%80%94=5F=C3=A9=5F2=F0=9F=91=91.pdf?=',
  ],
  [
    'test_—_file%E2%80%94_é_2?.pdf',
    '=?UTF-8?Q?test=5F=E2=80=94=5Ffile%E2%80%94=5F=C3=A9=5F2=3F.pdf?=',
  ],
  ['non-ascii-%E2%80%94_—_é_', '=?UTF-8?Q?non-ascii-%E2%80%94=5F=E2=80=94=5F=C3=A9=5F?='],
  ['\u0000\u0001\u0002\u0003\u0004', '=?UTF-8?B?AAECAwQ=?='],
  ['\ufffd'.repeat(7), '=?UTF-8?B?77+977+977+977+977+977+977+9?='],
  ['! "#$%&\'()*+,-./0:;<>?@AZ[\\]^_`az{|}~\t', '! "#$%&\'()*+,-./0:;<>?@AZ[\\]^_`az{|}~\t'],
])('metadata %j comes back as %j', (value, header) => {
  expect(encodeMetadata(value)).toBe(header)
})

test('half of each is mostly no ASCII', () => {
  expect(encodeMetadata('aé')).toMatch(/^=\?UTF-8\?B\?/)
  expect(encodeMetadata('aaé')).toMatch(/^=\?UTF-8\?Q\?/)
})
