import { hostileAnswer, mirrors, redirectTo, serve } from '../faults/index.ts';
import { nextEdition, SHIPPED_SERIAL } from '../feed/edition.ts';
import { brokenOff, forged, fresh, otherJson, oversized, page, truncated, withoutCors } from '../feed/files.ts';
import { mirrorUrl } from '../feed/hosts.ts';
import { OWN } from '../feed/key.ts';
import type { Lab } from '../lab.ts';
import { etagOf } from '../world/mirrors.ts';
import { compare, type Statement } from './statement.ts';

const held = fresh(nextEdition());
const [A, B, C] = [mirrorUrl('a'), mirrorUrl('b'), mirrorUrl('c')] as const;

/** What Node's own `fetch` hears in the client: status, who may read it, type and bytes; or that it failed. */
const HEAR = `
  const told = (await Promise.all(process.argv.slice(1).map(async (words) => {
    const [url, tag] = words.split(' ');
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2000), ...(tag && { headers: { 'if-none-match': tag } }) });
      const { status, headers } = response;
      const limit = 1e6;
      let bytes = 0;
      for await (const chunk of response.body ?? []) if ((bytes += chunk.length) > limit) break;
      return [status, headers.get('access-control-allow-origin'), headers.get('etag'), headers.get('location') ?? headers.get('content-type'), bytes > limit ? 'endless' : bytes].join(' ');
    } catch {
      return 'failed';
    }
  })));
  console.log(JSON.stringify(told));
`;

async function hear(lab: Lab, ...urls: string[]): Promise<string[]> {
  const { stdout, stderr } = await lab.client.run(process.execPath, ['--input-type=module', '-e', HEAR, ...urls]);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}

const heard = (urls: readonly string[], words: readonly string[], wanted: readonly RegExp[]): string[] =>
  compare(urls, words, (url) => wanted[urls.indexOf(url)] ?? /^$/);

/** The mirrors of the catalogue's feed, as a program hears them that is no browser. */
export const mirrorStatements = (lab: Lab): Statement[] => [
  {
    says: 'a mirror gives its file to everybody, by its tag only if it has changed, and one without a file has none',
    async prove() {
      await lab.apply([serve(mirrors('a'), held)]);
      const tag = etagOf(held.body);
      const urls = [A, `${A} ${tag}`, `${A} "another"`, B];
      const whole = new RegExp(`^200 \\* ${tag} application/json ${Buffer.byteLength(held.body)}$`);
      const words = await hear(lab, ...urls);
      const { requests } = await lab.log();
      const asked = requests.some(({ host, headers }) => A.includes(host) && headers['if-none-match'] === tag);
      return [
        ...heard(urls, words, [whole, new RegExp(`^304 \\* ${tag}  0$`), whole, /^404 \*/]),
        ...(asked ? [] : ['the log does not show by which tag it was asked']),
      ];
    },
  },
  {
    says: 'mirrors: a file for its own pages alone, one that breaks off, and one that leads to another',
    async prove() {
      await lab.apply([
        serve(mirrors('a'), withoutCors(held)),
        serve(mirrors('b'), brokenOff(nextEdition())),
        redirectTo(mirrors('c'), 'a'),
      ]);
      const words = await hear(lab, A, B, C);
      return heard([A, B, C], words, [/^200 {2}"/, /^failed$/, new RegExp(`^302 \\*  ${A} 0$`)]);
    },
  },
  {
    says: 'mirrors: hostile answers, which everybody may read',
    async prove() {
      await lab.apply([
        hostileAnswer(mirrors('a'), 'endless-body'),
        hostileAnswer(mirrors('b'), 'slow-header'),
        serve(mirrors('c'), oversized(nextEdition())),
      ]);
      const words = await hear(lab, A, B, C);
      return heard([A, B, C], words, [/^200 \* {2}.* endless$/, /^failed$/, /^200 \* .* 2\d{5}$/]);
    },
  },
  {
    says: 'mirrors: half of the file, a web page, and another JSON',
    async prove() {
      await lab.apply([
        serve(mirrors('a'), truncated(nextEdition())),
        serve(mirrors('b'), page()),
        serve(mirrors('c'), otherJson()),
      ]);
      const half = Math.floor(Buffer.byteLength(held.body) / 2);
      const words = await hear(lab, A, B, C);
      await lab.apply([]);
      return heard([A, B, C], words, [new RegExp(`json ${half}$`), /text\/html \d\d$/, /json \d\d$/]);
    },
  },
  {
    says: "the lab's signature is one of its key, a forged edition is another text, and what is older has a lower serial",
    async prove() {
      const spki = Buffer.from(OWN.key.spki, 'base64');
      const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
        'verify',
      ]);
      const isSigned = ({ body }: { readonly body: string }) => {
        const { signature, edition } = JSON.parse(body) as Record<'signature' | 'edition', string>;
        const bytes = [Buffer.from(signature, 'base64'), Buffer.from(edition)] as const;
        return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, ...bytes);
      };
      return [
        ...((await isSigned(held)) ? [] : ['the signature does not fit']),
        ...((await isSigned(forged(nextEdition()))) ? ['the signature of a forged edition fits'] : []),
        ...(nextEdition().serial > SHIPPED_SERIAL ? [] : ['the next edition is not newer']),
      ];
    },
  },
];
