import { viewOf } from './current.ts';

/** Families that are a company's, by its name. The others say how calls are made, which tells people little. */
const COMPANIES = new Map([
  ['apple', 'Apple'],
  ['google-turn', 'Google'],
  ['meta', 'Meta'],
  ['microsoft-relay', 'Microsoft'],
  ['tencent', 'Tencent'],
]);

const companies = viewOf(
  ({ services }) =>
    new Map(services.map(({ id, families = [] }) => [id, families.flatMap((one) => COMPANIES.get(one) ?? [])[0]])),
);

/** The company whose service it is, where that is one that has several. */
export const companyOf = (id: string): string | undefined => companies().get(id);
