import { expect, test } from 'vitest'
import { deviceTypeOf } from '../../../../../local/user-pools/sessions/device-type.ts'

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)'

test.for([
  ['Chrome 125 / macOS 10.15.7', `${mac} ${blink} Chrome/125.0.0.0 Safari/537.36`],
  ['Chrome 125 / Windows', `${windows} ${blink} Chrome/125.0.0.0 Safari/537.36`],
  ['Chrome 125 / Linux', `Mozilla/5.0 (X11; Linux x86_64) ${blink} Chrome/125.0.0.0 Safari/537.36`],
  [
    'Chrome 125 / Android 14',
    `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${blink} Chrome/125.0.0.0 Mobile Safari/537.36`,
  ],
  ['Chrome 125 / iOS 18.1', `${iphone} ${webKit} CriOS/125.0.6422.51 Mobile/15E148 Safari/604.1`],
  ['Edge 125 / Windows', `${windows} ${blink} Chrome/125.0.0.0 Safari/537.36 Edg/125.0.2535.67`],
  [
    'Edge 125 / Android 14',
    `Mozilla/5.0 (Linux; Android 14) ${blink} Chrome/125.0.0.0 Mobile Safari/537.36 EdgA/125.0.0.0`,
  ],
  ['Opera 110 / Windows', `${windows} ${blink} Chrome/124.0.0.0 Safari/537.36 OPR/110.0.0.0`],
  [
    'Firefox 126 / macOS 10.15',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:126.0) Gecko/20100101 Firefox/126.0',
  ],
  ['Firefox 126 / iOS 18.1', `${iphone} ${webKit} FxiOS/126.0 Mobile/15E148 Safari/605.1.15`],
  [
    'Firefox 126 / Android 14',
    'Mozilla/5.0 (Android 14; Mobile; rv:126.0) Gecko/126.0 Firefox/126.0',
  ],
  ['Safari 18 / macOS 10.15.7', `${mac} ${webKit} Version/18.1 Safari/605.1.15`],
  ['Safari 18 / iOS 18.1', `${iphone} ${webKit} Version/18.1 Mobile/15E148 Safari/604.1`],
  [
    'Safari 18 / iOS 18.1',
    `Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) ${webKit} Version/18.1 Mobile/15E148 Safari/604.1`,
  ],
  ['Linux', 'curl/8.5.0 (Linux)'],
  ['unknown', 'aws-sdk-js/3.1169.0 md/nodejs#22.11.0'],
  ['unknown', ''],
])('%s is what is told of %s', ([expected, userAgent]) => {
  expect(deviceTypeOf(userAgent)).toBe(expected)
})

test('a request that names no browser is of an unknown device', () => {
  expect(deviceTypeOf(undefined)).toBe('unknown')
})
