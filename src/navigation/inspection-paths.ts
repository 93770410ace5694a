/** Pages that show how signing in works; apart from the others, since no first page leads to them. */
export const inspectionPaths = {
  session: () => '/session',
  flow: () => '/flow',
}
