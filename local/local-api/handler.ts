/** @param id what the path has in the place of `{id}`. */
export type Handler = (request: Request, url: URL, id: string) => Response | Promise<Response>

/** By path, then by method. The last part of a path may be `{id}`, or the one before it. */
export type Routes = Readonly<Record<string, Readonly<Record<string, Handler>>>>
