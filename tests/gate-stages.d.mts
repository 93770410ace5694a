interface Stage {
  name: string
  command: string
  args: readonly string[]
}

export const staticStages: readonly Stage[]
export const vitest: Stage
export const playwright: Stage
