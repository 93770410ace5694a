const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** E.g. `1.5 MB`, in the language of the page. */
export function bytes(size: number): string {
  const at = Math.min(Math.floor(Math.log10(Math.max(size, 1)) / 3), units.length - 1)
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: units[at] ?? 'byte',
    maximumFractionDigits: 1,
  }).format(size / 1000 ** at)
}
