/** The only source of time: epoch milliseconds. Tests hand in one that they move. */
export interface Clock {
  now(): number
  /**
   * The time without what `now()` was moved by, where it can be moved: the clock that clients on
   * this machine have. Only what they say about their own time is compared with it.
   */
  wallNow?(): number
}
