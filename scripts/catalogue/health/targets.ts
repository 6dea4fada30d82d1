import { type Manner, mannerOf } from '../../../core/catalogue/manner.ts';
import type { ControlRecord, ServiceRecord } from '../../../core/catalogue/schema.ts';
import type { Expected } from './ask/web.ts';

/** An address of the catalogue, and how it is asked. */
export interface Target {
  readonly url: string;
  readonly manner?: Manner;
  /** Only of plain HTTP. */
  readonly expected?: Expected;
  /** It tells whether the line is fit for a run. */
  readonly control?: { readonly kind: 'stun' | 'https'; readonly operator: string };
}

/**
 * Every address on file, once each, also those that no check contacts: whether a claim still holds is worth knowing.
 *
 * @param only ids of services; the controls come along
 */
export function targetsOf(
  services: readonly ServiceRecord[],
  controls: readonly ControlRecord[],
  only?: readonly string[],
): Target[] {
  const targets = new Map<string, Target>();
  for (const { url, kind, operator, expect } of controls) {
    targets.set(url, {
      url,
      ...((kind === 'stun' || kind === 'https') && { control: { kind, operator } }),
      ...(kind === 'portal' && expect && { expected: expect }),
    });
  }
  for (const { id, endpoints } of services) {
    if (only && !only.includes(id)) continue;
    for (const { url, expect = '', refusesBrowsers } of endpoints) {
      const manner = refusesBrowsers ? mannerOf(expect) : undefined;
      if (!targets.has(url)) targets.set(url, { url, ...(manner && { manner }) });
    }
  }
  return [...targets.values()];
}
