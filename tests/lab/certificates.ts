import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { must } from './command.ts';

/**
 * The lab's certificates, made once and kept. Two authorities: one that the lab's browsers are told to trust, and one that they are
 * not. All leaves share a key, because a key takes longer to make than a certificate.
 */
export interface Authority {
  readonly folder: string;
  readonly certificate: string;
  readonly key: string;
}

export interface Leaf {
  readonly certificate: string;
  readonly key: string;
}

const YEARS = ['-days', '3650'];

/** Makes the authority unless it exists. Two labs may start at once: whoever renames first wins, and the other takes that one. */
export async function authority(name: 'trusted' | 'untrusted'): Promise<Authority> {
  const folder = join(cacheFolder('certificates'), name);
  if (!existsSync(folder)) {
    const fresh = mkdtempSync(`${folder}.`);
    await newKey(join(fresh, 'authority.key'));
    await newKey(join(fresh, 'leaf.key'));
    await must('openssl', ['pkey', '-in', join(fresh, 'leaf.key'), '-pubout', '-out', join(fresh, 'leaf.pub')]);
    await must('openssl', [
      ...['req', '-x509', '-new', '-key', join(fresh, 'authority.key'), ...YEARS, '-out', join(fresh, 'authority.pem')],
      ...['-subj', `/CN=Ringback lab, ${name}`],
      ...['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'],
    ]);
    try {
      renameSync(fresh, folder);
    } catch {
      rmSync(fresh, { recursive: true });
    }
  }
  return { folder, certificate: join(folder, 'authority.pem'), key: join(folder, 'authority.key') };
}

const newKey = (path: string) =>
  must('openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', path]);

export interface LeafWish {
  readonly hosts: readonly string[];
  readonly expired?: true;
}

/** Paths of a leaf for these hosts; made unless it exists. */
export async function leafFiles({ folder, certificate, key }: Authority, { hosts, expired }: LeafWish): Promise<Leaf> {
  const name = `${hosts.length === 1 ? hosts[0] : digest(hosts)}${expired ? '.ended' : ''}`;
  const path = join(folder, `${name}.pem`);
  const leafKey = join(folder, 'leaf.key');
  if (!existsSync(path)) {
    const fresh = `${path}.${randomUUID()}`;
    const names = hosts.map((host) => `${isIP(host) ? 'IP' : 'DNS'}:${host}`).join(',');
    writeFileSync(`${fresh}.ext`, `subjectAltName=${names}\nextendedKeyUsage=serverAuth\nkeyUsage=digitalSignature\n`);
    const subject = ['-subj', `/CN=${(hosts[0] ?? 'lab').slice(0, 60)}`];
    if (expired) await signForThePast({ certificate, key }, leafKey, subject, fresh);
    else {
      await must('openssl', [
        ...['x509', '-new', ...subject, '-force_pubkey', join(folder, 'leaf.pub')],
        ...['-CA', certificate, '-CAkey', key, '-extfile', `${fresh}.ext`, ...YEARS, '-out', fresh],
      ]);
    }
    rmSync(`${fresh}.ext`);
    renameSync(fresh, path);
  }
  return { certificate: path, key: leafKey };
}

/**
 * A certificate that ended long ago. Only `openssl ca` can put its beginning into the past; one that ends before it begins is no expired
 * certificate but a broken one, and Firefox says so.
 */
async function signForThePast(
  { certificate, key }: Pick<Authority, 'certificate' | 'key'>,
  leafKey: string,
  subject: readonly string[],
  fresh: string,
): Promise<void> {
  const work = mkdtempSync(`${fresh}.`);
  const config = join(work, 'config');
  const index = join(work, 'index');
  const request = join(work, 'request');
  writeFileSync(index, '');
  writeFileSync(
    config,
    `[ca]\ndefault_ca=lab\n[lab]\ndatabase=${index}\nnew_certs_dir=${work}\nrand_serial=yes\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n`,
  );
  await must('openssl', ['req', '-new', '-key', leafKey, ...subject, '-out', request]);
  await must('openssl', [
    ...['ca', '-batch', '-notext', '-config', config, '-cert', certificate, '-keyfile', key, '-in', request],
    ...['-extfile', `${fresh}.ext`, '-startdate', '20240101000000Z', '-enddate', '20250101000000Z', '-out', fresh],
  ]);
  rmSync(work, { recursive: true });
}

const digest = (hosts: readonly string[]) => createHash('sha256').update(hosts.join()).digest('hex').slice(0, 16);

/** Makes a leaf for each host, a few at a time. */
export async function makeLeaves(by: Authority, hosts: readonly string[]): Promise<void> {
  const known = new Set(readdirSync(by.folder));
  const missing = hosts.filter((host) => !known.has(`${host}.pem`));
  const worker = async () => {
    for (let host = missing.pop(); host !== undefined; host = missing.pop()) await leafFiles(by, { hosts: [host] });
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

export const readLeaf = ({ certificate, key }: Leaf) => ({ cert: readFileSync(certificate), key: readFileSync(key) });
