/** A service of the local AWS: from one Web-standard request to its answer. It never throws. */
export type Service = (request: Request) => Promise<Response>
