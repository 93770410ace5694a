import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { UserPoolError } from '../errors.ts'
import { beginSrp, parseSrpA } from '../srp/exchange.ts'
import { ask, type Choice, type FirstAnswer, type FirstFactor } from './first-factor.ts'
import type { Parameters } from './parameters.ts'
import { provePassword } from './password-proof.ts'

const passwordSrp: FirstFactor = {
  isOffered: () => true,
  async goOn(ctx, choice, { SRP_A }) {
    if (!SRP_A) return ask(ctx, 'PASSWORD_SRP', choice)
    const exchange = await beginSrp(ctx, choice.candidate, parseSrpA(SRP_A))
    return ask(ctx, 'PASSWORD_VERIFIER', choice, exchange)
  },
}

const password: FirstFactor = {
  isOffered: () => true,
  async goOn(ctx, choice, { PASSWORD }) {
    if (!PASSWORD) return ask(ctx, 'PASSWORD', choice)
    const signIn = await provePassword(ctx, choice.candidate, PASSWORD)
    return { signIn, session: choice.session?.found }
  },
}

/** The ways to begin a USER_AUTH sign-in, in the order in which they are offered. */
const firstFactors = {
  PASSWORD_SRP: passwordSrp,
  PASSWORD: password,
} as const satisfies Readonly<Record<string, FirstFactor>>

type FirstFactorName = keyof typeof firstFactors

export function isFirstFactor(name: string): boolean {
  return Object.hasOwn(firstFactors, name)
}

export function offeredFactors(pool: UserPoolConfig): FirstFactorName[] {
  const names = Object.keys(firstFactors) as FirstFactorName[]
  return names.filter((name) => firstFactors[name].isOffered(pool))
}

/** @throws InvalidParameterException when this pool has no such factor. */
export async function goOnWith(
  ctx: OperationContext,
  factor: string,
  choice: Choice,
  parameters: Parameters,
): Promise<FirstAnswer> {
  const name = offeredFactors(choice.candidate.pool).find((offered) => offered === factor)
  if (name) return firstFactors[name].goOn(ctx, choice, parameters)
  throw new UserPoolError('InvalidParameterException', `${factor} is not available for the user.`)
}
