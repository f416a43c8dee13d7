declare const brand: unique symbol;

/** A value that only one function may make: `Brand<number, 'Grams'>` is a number that was checked to be grams. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
