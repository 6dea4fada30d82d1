/** What JSON, or an object written down in JavaScript, says. Objects have no prototype: a key named `__proto__` is a key. */
export type Literal =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Literal[]
  | { readonly [key: string]: Literal };

/**
 * Reads lists and objects as documentation shows them: JSON, and beyond it keys without quotes, other quotes, comments, trailing commas, code
 * around it such as `const config = {…};`, and several objects in a row. Nothing is run; an expression is no value.
 *
 * @returns `plain` where there is no list or object, `broken` where it cannot be read to its end, or where an address stands outside of it
 */
export function readLiteral(text: string): readonly Literal[] | 'plain' | 'broken' {
  const begin = text.search(/\{|\[(?=\s*["'`{[\]/])/);
  if (begin === -1) return 'plain';
  try {
    const reader = new Reader(text, begin);
    const values = reader.row();
    return ADDRESS.test(text.slice(0, begin)) || ADDRESS.test(text.slice(reader.at)) ? 'broken' : values;
  } catch (error) {
    if (error instanceof Broken) return 'broken';
    throw error;
  }
}

/** Nothing that was pasted may be left out unnoticed. */
const ADDRESS = /(stuns?|turns?|wss?|https?):|[{[]/i;

class Broken extends Error {}

const MAX_DEPTH = 20;

class Reader {
  at: number;
  readonly #text: string;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  /** Values with commas between them. */
  row(): Literal[] {
    const values = [this.#value(0)];
    while (this.#next(/,/y) !== null && /[{[]/.test(this.#text[this.at] ?? '')) values.push(this.#value(0));
    return values;
  }

  #value(depth: number): Literal {
    if (depth > MAX_DEPTH) throw new Broken();
    if (this.#next(/\{/y)) return this.#object(depth);
    if (this.#next(/\[/y)) return this.#array(depth);
    const quoted = this.#string();
    if (quoted !== null) return quoted;
    const word = this.#next(/-?\d+(\.\d+)?(e[+-]?\d+)?(?![\w.])|(true|false|null|undefined)(?![\w$.])/y);
    if (word === null) throw new Broken();
    return WORDS.has(word) ? WORDS.get(word) : Number(word);
  }

  #array(depth: number): Literal[] {
    const values: Literal[] = [];
    while (this.#next(/\]/y) === null) {
      values.push(this.#value(depth + 1));
      this.#separator(']');
    }
    return values;
  }

  #object(depth: number): Record<string, Literal> {
    const object: Record<string, Literal> = Object.create(null);
    while (this.#next(/\}/y) === null) {
      const key = this.#string() ?? this.#next(/[\p{L}_$][\p{L}\d_$]*/uy);
      if (key === null || this.#next(/:/y) === null) throw new Broken();
      object[key] = this.#value(depth + 1);
      this.#separator('}');
    }
    return object;
  }

  #separator(end: string): void {
    if (this.#next(/,/y) === null && this.#text[this.at] !== end) throw new Broken();
  }

  #string(): string | null {
    const literal = this.#next(/"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`/y);
    return literal === null ? null : literal.slice(1, -1).replaceAll(ESCAPE, unescaped);
  }

  /** Takes what stands here, and the blanks and comments after it; null when it is something else. */
  #next(pattern: RegExp): string | null {
    const found = this.#match(pattern);
    this.at += found?.length ?? 0;
    if (found !== null) this.at += this.#match(BLANK)?.length ?? 0;
    return found;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.#text)?.[0] ?? null;
  }
}

const BLANK = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;

const WORDS = new Map<string, Literal>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

const ESCAPE = /\\(u\{[\da-fA-F]{1,6}\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|\r\n|[\s\S])/g;
const CONTROLS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', 0: '\0' };

function unescaped(_: string, sign: string): string {
  const code = /^(?:[ux])\{?([\da-f]+)\}?$/i.exec(sign)?.[1];
  if (code !== undefined) {
    const point = Number.parseInt(code, 16);
    if (point > 0x10ffff) throw new Broken();
    return String.fromCodePoint(point);
  }
  // A backslash at a line's end joins it with the next.
  return /^[\r\n]/.test(sign) ? '' : (CONTROLS[sign] ?? sign);
}
