import { expect, test } from 'vitest'
import { browserOf, systemOf } from '../../../../src/auth/account/device-name.ts'

test.each([
  [
    'macOS 14.2.1 arm macOS Not A(Brand/99.0.0.0;Google Chrome/121.0.6167.160;Chromium/121.0.6167.160',
    'Chrome 121',
    'macOS',
  ],
  ['Windows 15.0.0 x86 Windows Microsoft Edge/142.0.0.0;Chromium/142.0.0.0', 'Edge 142', 'Windows'],
  ['Linux 6.1 x86 Linux Chromium/142.0.1;Not_A Brand/99', 'Chromium 142', 'Linux'],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Firefox 140',
    'Linux',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari 18',
    'iOS',
  ],
  ['Android 15 Pixel 9 Android Google Chrome/142.0;Chromium/142.0', 'Chrome 142', 'Android'],
  ['Ada’s tablet', undefined, undefined],
])('of the device %s browser and system are told', (name, browser, system) => {
  expect([browserOf(name), systemOf(name)]).toEqual([browser, system])
})
