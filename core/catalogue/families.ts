import type { Family } from './runtime.ts';

/** Which services belong together, from the same data files: apart, because only the options page asks. */
const files = import.meta.glob<Family>('./services/*.json', { eager: true, import: 'default', query: '?family' });

/** Families that are a company's, by its name. The others say how calls are made, which tells people little. */
const COMPANIES: Readonly<Record<string, string>> = {
  apple: 'Apple',
  'google-turn': 'Google',
  meta: 'Meta',
  'microsoft-relay': 'Microsoft',
  tencent: 'Tencent',
};

const companies = new Map(
  Object.values(files).map(({ id, families }) => [id, families.flatMap((family) => COMPANIES[family] ?? [])[0]]),
);

/** The company whose service it is, where that is one that has several. */
export const companyOf = (id: string): string | undefined => companies.get(id);
