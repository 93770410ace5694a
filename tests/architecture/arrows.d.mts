type Arrows = Readonly<Record<string, readonly string[]>>

export const srcArrows: Arrows
export const localArrows: Arrows
export const infraArrows: Arrows
