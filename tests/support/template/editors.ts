/** The template's parameter, as if it were on. */
export const allowEditors = [
  "below shared/ in the bucket. It costs nothing.\n    Default: 'false'",
  "below shared/ in the bucket. It costs nothing.\n    Default: 'true'",
] as const
