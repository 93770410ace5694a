type Variation = 'primary' | 'link' | 'plain'

/**
 * What makes a button's look: for `Button`, and for the router's links that look like one.
 */
export function buttonClass(variation: Variation = 'plain', isLarge = false): string {
  return [
    'button',
    variation === 'plain' ? '' : `button-${variation}`,
    isLarge ? 'button-large' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
