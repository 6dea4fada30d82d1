import { BUILD_INPUTS } from '../build/newest-source.ts';
import { type Files, filesUnder } from './zip.ts';

/** What a reviewer at Mozilla needs beside what the build reads: how to build, and the commands that do it. */
const BESIDE = [
  ...['.npmrc', '.nvmrc', 'LICENSE', 'README.md', 'store/SOURCE_REVIEW.md'],
  ...['scripts/build', 'scripts/package', 'scripts/package.mjs', 'scripts/setup'],
];

export const SOURCES: readonly string[] = [...BUILD_INPUTS, ...BESIDE];

const isForTests = (path: string): boolean => /\.test\.tsx?$|\/testing[-./]/.test(path);

/** Exactly what rebuilds the Firefox package, and packs these sources once more. */
export function sourceFiles(root: string): Files {
  const files = SOURCES.flatMap((path) => [...filesUnder(root, path)]);
  return new Map(files.filter(([path]) => !isForTests(path)));
}
