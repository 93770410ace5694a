import { useParams } from 'react-router-dom'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router-dom'
import { Component as NotFound } from '../../not-found/not-found.tsx'
import * as link from './magic-link.tsx'
import * as code from './sign-in-code.tsx'

/** What stands for a password, each at its own address; what has to be there for it, its module says. */
const ways = { code, link }

function wayOf(name: string | undefined): keyof typeof ways | undefined {
  return name === 'code' || name === 'link' ? name : undefined
}

export function loader(args: LoaderFunctionArgs) {
  return wayOf(args.params['way']) === 'code' ? code.loader(args) : null
}

export function action(args: ActionFunctionArgs) {
  return ways[wayOf(args.params['way']) ?? 'code'].action(args)
}

export function Component() {
  const way = wayOf(useParams()['way'])
  const Page = way ? ways[way].Component : NotFound
  return <Page />
}
