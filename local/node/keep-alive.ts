/** For every server: longer than clients keep an idle connection, so that they meet no reset. */
export const keepAliveTimeoutMs = 75_000
