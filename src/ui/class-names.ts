type Variation = 'primary' | 'link' | 'plain'

/**
 * Amplify UI's class names for a button, for what looks like one: the router's links, and `Button`.
 */
export function buttonClass(variation: Variation = 'plain', isLarge = false): string {
  return [
    'amplify-button',
    'amplify-field-group__control',
    variation === 'plain' ? '' : `amplify-button--${variation}`,
    isLarge ? 'amplify-button--large' : '',
  ]
    .filter(Boolean)
    .join(' ')
}
