import type { Target } from '../build/output.ts';
import { at, type Entry, parts, since } from './compat.ts';

/** What is used though a browser of this version has nothing of that name: `.toSorted()`, `text-wrap: balance`. */
export const newer = (target: Target, version: number, script: string, style: string): string[] =>
  [...newerInScript(target, version, script), ...newerInStyle(target, version, style)].sort();

/**
 * Goes by names: which object `.of` belongs to is not known, so a name counts as old as the oldest object that has it. Names that no object of
 * the platform has are our own, and so are those that the scripts give to something themselves.
 */
function newerInScript(target: Target, version: number, script: string): string[] {
  const ages = agesOfNames(target);
  const used = new Set(
    [...script.matchAll(/(?:\.([A-Za-z]\w*)(?:\?\.)?\(|\bnew ([A-Za-z]\w*))/g)].map(
      ([, called, made]) => called ?? made ?? '',
    ),
  );
  const isOwn = (name: string) => new RegExp(`[{,;\\s]${name}[:(=]|[{,]${name}[,}]`).test(script);
  return [...used].filter((name) => {
    const age = ages.get(name) ?? 0;
    // What a browser has never had is ours, or another browser's and asked for with care.
    return age > version && age !== Number.POSITIVE_INFINITY && !isOwn(name);
  });
}

function agesOfNames(target: Target): ReadonlyMap<string, number> {
  const ages = new Map<string, number>();
  const visit = (entry: Entry | undefined, depth: number) => {
    for (const [key, part] of parts(entry)) {
      const name = key.replace(/_(static|event)$/, '');
      const age = since(part, target);
      if (age !== undefined) ages.set(name, Math.min(age, ages.get(name) ?? Number.POSITIVE_INFINITY));
      if (depth > 1) visit(part, depth - 1);
    }
  };
  visit(at('javascript.builtins'), 3);
  visit(at('api'), 2);
  return ages;
}

function newerInStyle(target: Target, version: number, style: string): string[] {
  const found = new Set<string>();
  const isNewer = (entry: Entry | undefined): boolean => entry !== undefined && (since(entry, target) ?? 0) > version;
  for (const [, property = '', value = ''] of style.matchAll(/[;{\s]([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)) {
    const entry = at(`css.properties.${property}`);
    if (isNewer(entry)) found.add(property);
    else
      for (const word of value.split(/[\s,()]+/))
        if (isNewer(entry?.[word] as Entry)) found.add(`${property}: ${word}`);
  }
  for (const [, rule = ''] of style.matchAll(/@([a-z-]+)/g))
    if (isNewer(at(`css.at-rules.${rule}`))) found.add(`@${rule}`);
  for (const [selector] of style.matchAll(/[^;{}]+(?={)/g))
    for (const [, name = ''] of selector.matchAll(/(?<!:)::?([a-z-]+)/g))
      if (isNewer(at(`css.selectors.${name}`))) found.add(`:${name}`);
  return [...found];
}
