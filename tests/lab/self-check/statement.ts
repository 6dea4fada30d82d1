/** One thing that the self-check states. */
export interface Statement {
  readonly says: string;
  /** What is wrong, one line each; empty when the statement holds. */
  readonly prove: () => Promise<readonly string[]>;
}

/** Differences between what was heard and what should have been. */
export function compare(
  urls: readonly string[],
  heard: readonly string[],
  expected: (url: string) => RegExp,
): string[] {
  return urls.flatMap((url, index) => {
    const word = heard[index] ?? 'nothing';
    return expected(url).test(word) ? [] : [`${url}: heard ${word.slice(0, 80)}, not ${expected(url).source}`];
  });
}
