import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/build/output.ts';
import { Lab } from '../lab/lab.ts';
import { unsupported } from '../lab/supported.ts';
import { NEW_HOSTS } from './edition/editions.ts';
import { BROWSER } from './under-test.ts';

/** The lab's router sees every packet that leaves the browser's machine. */
const reason = await unsupported();

describe.skipIf(reason !== null)(`before and after consent${reason === null ? '' : `: ${reason}`}`, () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await Lab.up();
  });
  afterAll(() => lab?.down());
  beforeEach(() => lab.reset());

  const sit = async (...args: string[]) => {
    const script = join(ROOT, 'tests', 'browser', 'sitting.ts');
    const { code, stderr } = await lab.client.run(process.execPath, [script, BROWSER, ...args], { cwd: ROOT });
    expect(code, stderr).toBe(0);
  };

  test('installed, started twice, with its first page and its popup open, it sends nothing until the person agrees', async () => {
    await sit('refuse');
    // Firefox looks up the name of its own machine when it starts.
    const names = (await lab.log()).names.filter(({ name }) => name !== hostname());
    const hosts = (await lab.contacts()).filter(({ host }) => host !== '(resolver)');
    expect({ names, hosts }).toEqual({ names: [], hosts: [] });
  });

  test('what an edition has brought since is not asked, nor looked up, before the person agrees', async () => {
    await sit('new-edition');
    const names = (await lab.log()).names.map(({ name }) => name);
    const hosts = (await lab.contacts()).map(({ host }) => host);
    expect(hosts).toContain('web.whatsapp.com');
    expect([...names, ...hosts].filter((host) => NEW_HOSTS.includes(host))).toEqual([]);
  });

  test('it asks its hosts once the person has agreed, or the silence above would prove nothing', async () => {
    await sit('agree');
    const hosts = new Set((await lab.contacts()).map(({ host }) => host));
    expect(hosts).toContain('web.whatsapp.com');
    expect(hosts.size).toBeGreaterThan(10);
  });
});
