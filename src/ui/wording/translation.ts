/**
 * The shape that words have in every language, from those in English: what is said is free; the keys,
 * and what is put in, are not.
 */
export type Translation<Words> = Words extends string
  ? string
  : Words extends (...values: infer Values) => infer Said
    ? (...values: Values) => Translation<Said>
    : { [Key in keyof Words]: Translation<Words[Key]> }
