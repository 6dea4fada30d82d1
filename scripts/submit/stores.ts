import type { packageNames } from '../package/pack.ts';

type Names = ReturnType<typeof packageNames>;
type Env = Readonly<Record<string, string | undefined>>;

interface Store {
  readonly name: string;
  /** Variables that `wxt submit` reads by itself; without all of them it cannot be let in. */
  readonly secrets: readonly string[];
  readonly options: (file: (name: string) => string, names: Names) => readonly string[];
}

export const STORES: readonly Store[] = [
  {
    name: 'Chrome Web Store',
    secrets: [
      'CHROME_EXTENSION_ID',
      'CHROME_PUBLISHER_ID',
      'CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL',
      'CHROME_SERVICE_ACCOUNT_PRIVATE_KEY',
    ],
    options: (file, { chrome }) => ['--chrome-api-version', 'v2', '--chrome-zip', file(chrome)],
  },
  {
    name: 'Microsoft Edge Add-ons',
    secrets: ['EDGE_PRODUCT_ID', 'EDGE_CLIENT_ID', 'EDGE_API_KEY'],
    options: (file, { chrome }) => ['--edge-zip', file(chrome)],
  },
  {
    name: 'Firefox Add-ons',
    secrets: ['FIREFOX_EXTENSION_ID', 'FIREFOX_JWT_ISSUER', 'FIREFOX_JWT_SECRET'],
    options: (file, { firefox, sources }) => [
      ...['--firefox-zip', file(firefox), '--firefox-sources-zip', file(sources)],
      ...['--firefox-channel', 'listed', '--firefox-compatibility', 'firefox,android'],
    ],
  },
];

export interface Submission {
  /** Arguments of `wxt`; none where no store can be asked. */
  readonly args: readonly string[];
  readonly to: readonly string[];
  readonly without: readonly { readonly name: string; readonly missing: readonly string[] }[];
}

/** To the stores whose secrets are all set. Unless it is for review, they are asked whether they would let us in, and get nothing. */
export function submission(env: Env, file: (name: string) => string, names: Names, isForReview: boolean): Submission {
  const missing = ({ secrets }: Store) => secrets.filter((name) => !env[name]);
  const ready = STORES.filter((store) => missing(store).length === 0);
  const options = ready.flatMap((store) => store.options(file, names));
  return {
    args: ready.length === 0 ? [] : ['submit', ...(isForReview ? [] : ['--dry-run']), ...options],
    to: ready.map(({ name }) => name),
    without: STORES.filter((store) => !ready.includes(store)).map((store) => ({
      name: store.name,
      missing: missing(store),
    })),
  };
}
