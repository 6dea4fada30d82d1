import { contacted, newHosts } from '../../components/contacts.ts';
import type { NewHosts } from '../../components/model.ts';
import type { Consent } from '../../core/catalogue/consent.ts';

/** What stands between the chosen services and a check of them. */
export interface Needs {
  readonly newHosts: NewHosts;
  /** Ids of services of which nothing may be contacted. */
  readonly leftOut: readonly string[];
}

export function needsOf(
  selection: readonly string[],
  mirrors: readonly string[],
  consent: Consent,
  declined: readonly string[],
): Needs {
  const shown = contacted(selection, consent);
  return {
    newHosts: newHosts(selection, mirrors, consent, declined),
    leftOut: selection.filter((id) => !shown.includes(id)),
  };
}
