type Rule = readonly [pattern: RegExp, name: string]

// The first that fits: browsers name those they come from, too.
const browsers: readonly Rule[] = [
  [/\b(?:Edg|EdgA|EdgiOS|Microsoft Edge)\/(\d+)/, 'Edge'],
  [/\b(?:OPR|Opera)\/(\d+)/, 'Opera'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:Google Chrome|HeadlessChrome|Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/\bChromium\/(\d+)/, 'Chromium'],
  [/\bVersion\/(\d+).*\bSafari\//, 'Safari'],
]

const systems: readonly Rule[] = [
  [/\bWindows\b/, 'Windows'],
  [/\b(?:iPhone|iPad|iOS)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\b(?:CrOS|Chrome OS)\b/, 'ChromeOS'],
  [/\b(?:macOS|Mac OS X)\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/**
 * @param name as Amplify names a device: the user agent, or what client hints say, such as
 *   `macOS 14.2.1 arm macOS Not A(Brand/99.0.0.0;Google Chrome/121.0.6167.160`.
 */
export function browserOf(name: string): string | undefined {
  return nameOf(browsers, name)
}

export function systemOf(name: string): string | undefined {
  return nameOf(systems, name)
}

function nameOf(rules: readonly Rule[], text: string): string | undefined {
  for (const [pattern, name] of rules) {
    const match = pattern.exec(text)
    if (match) return match[1] === undefined ? name : `${name} ${match[1]}`
  }
  return undefined
}
