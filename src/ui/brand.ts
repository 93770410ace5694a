/** Written by `npm run brand`, of `brand.json`. */
export const brandName = 'Cognito Starter'
