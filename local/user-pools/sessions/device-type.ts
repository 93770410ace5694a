type Rule = readonly [pattern: RegExp, name: string]

// The first that fits: browsers name those they come from, too.
const browsers: readonly Rule[] = [
  [/\bEdgA?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//, 'Safari'],
]

const systems: readonly Rule[] = [
  [/\bWindows NT 10\.0/, 'Windows'],
  [/\b(?:iPhone|CPU) OS ([\d_]+)/, 'iOS'],
  [/\bAndroid ([\d.]+)/, 'Android'],
  [/\bMac OS X ([\d_.]+)/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** `DeviceType` of a user agent, such as `Chrome 125 / macOS 15.0`. */
export function deviceTypeOf(userAgent: string | undefined): string {
  const found = [browsers, systems].map((rules) => nameOf(rules, userAgent ?? ''))
  return found.filter((name) => name !== undefined).join(' / ') || 'unknown'
}

function nameOf(rules: readonly Rule[], userAgent: string): string | undefined {
  for (const [pattern, name] of rules) {
    const match = pattern.exec(userAgent)
    if (match) return match[1] === undefined ? name : `${name} ${match[1].replaceAll('_', '.')}`
  }
  return undefined
}
