/** The only source of time: epoch milliseconds. Tests hand in one that they move. */
export interface Clock {
  now(): number
}
