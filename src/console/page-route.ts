import type { RouteObject } from 'react-router-dom'

/** What a page is to the router: its loader and action are given the client that they ask by. */
export type PageRoute = Pick<RouteObject, 'loader' | 'action' | 'Component' | 'shouldRevalidate'>
