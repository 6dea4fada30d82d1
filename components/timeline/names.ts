import { isUnknown, type NetworkGroup } from '../../core/history/grouping.ts';
import { format, t } from '../text.ts';
import { countryName } from './format.ts';

/** What the person calls it, else its operator. */
export function groupName(group: NetworkGroup): string {
  if (isUnknown(group)) return t('timeline.unknown');
  if (group.name !== null) return group.name;
  return group.operators.length > 0 ? format.list(group.operators) : t('timeline.unnamed');
}

/** The same within a sentence: names come from outside, and may be written from the other side. */
export const isolatedName = (group: NetworkGroup): string => `\u2068${groupName(group)}\u2069`;

/** Operator where the name is another, country and access. */
export function groupPlace({ name, operators, country, access }: NetworkGroup): string[] {
  return [
    ...(name === null ? [] : operators),
    ...(country === null ? [] : [countryName(country)]),
    ...(access === null ? [] : [t(`connection.${access}`)]),
  ];
}
