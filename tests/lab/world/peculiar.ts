import { type Manner, mannerOf } from '../../../core/catalogue/manner.ts';
import { plan } from './plan.ts';

/** Hosts that do not answer as web sites do, so that the lab is not kinder to the product than the world is. */
export function mannersByHost(): ReadonlyMap<string, Manner> {
  return new Map(
    plan().web.flatMap(({ host, expect }) => {
      const manner = mannerOf(expect);
      return manner ? [[host, manner] as const] : [];
    }),
  );
}
