/** The language in use: a translation is another module of the same shape, chosen here. */
export { words } from './words.en.ts'
