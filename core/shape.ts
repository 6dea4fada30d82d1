/**
 * Whether what was stored, sent or served has a shape that can be worked with. For the background, whose script has no room for a validator;
 * whoever needs the reason why something does not fit takes one.
 */
export type Fits<T> = (value: unknown) => value is T;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Further fields are let be. */
export const object =
  <T extends object>(fields: { readonly [Name in keyof T]-?: Fits<T[Name]> }): Fits<T> =>
  (value): value is T =>
    isObject(value) && Object.entries<Fits<unknown>>(fields).every(([name, fits]) => fits(value[name]));

export const record =
  <T>(fits: Fits<T>): Fits<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isObject(value) && Object.values(value).every(fits);

export const list =
  <T>(fits: Fits<T>): Fits<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(fits);

export const oneOf =
  <const T>(...values: readonly T[]): Fits<T> =>
  (value): value is T =>
    values.includes(value as T);

export const either =
  <A, B>(a: Fits<A>, b: Fits<B>): Fits<A | B> =>
  (value): value is A | B =>
    a(value) || b(value);

/** A field that may be missing. */
export const optional =
  <T>(fits: Fits<T>): Fits<T> =>
  (value): value is T =>
    value === undefined || fits(value);

export const text: Fits<string> = (value) => typeof value === 'string';
/** Text of this form. */
export const like =
  (form: RegExp): Fits<string> =>
  (value): value is string =>
    text(value) && form.test(value);
export const yesOrNo: Fits<boolean> = (value) => typeof value === 'boolean';
export const number: Fits<number> = (value): value is number => Number.isFinite(value);
export const weight: Fits<number> = (value): value is number => number(value) && value >= 0;
export const count: Fits<number> = (value): value is number => weight(value) && Number.isInteger(value);
export const anything: Fits<unknown> = (_): _ is unknown => true;
