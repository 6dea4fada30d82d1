import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run } from './command.ts';

const TOOLS = { ip: 'iproute2', nft: 'nftables', turnserver: 'coturn', openssl: 'openssl' } as const;

/** Null where the lab can run; otherwise why it cannot, in words for the person who asked. */
export async function unsupported(): Promise<string | null> {
  if (process.platform !== 'linux') return `the lab needs Linux's network namespaces, and this is ${process.platform}`;
  if (process.getuid?.() !== 0) return 'the lab makes network namespaces, and only root may (try sudo)';
  const missing = (
    await Promise.all(
      Object.entries(TOOLS).map(async ([tool, pack]) => ((await found(tool)) ? [] : [`${tool} (package ${pack})`])),
    )
  ).flat();
  if (missing.length > 0) return `the lab needs ${missing.join(', ')}`;

  const name = `rbk-trial-${process.pid}`;
  const made = await run('ip', ['netns', 'add', name]);
  if (made.code !== 0) return `this machine allows no network namespaces: ${made.stderr.trim()}`;
  const filtered = await run('ip', [
    'netns',
    'exec',
    name,
    'nft',
    'add table ip trial; add chain ip trial x { type nat hook prerouting priority 0; }',
  ]);
  await run('ip', ['netns', 'delete', name]);
  return filtered.code === 0 ? null : `this machine's kernel lacks nftables: ${filtered.stderr.trim().split('\n')[0]}`;
}

async function found(tool: string): Promise<boolean> {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  const tries = await Promise.allSettled(folders.map((folder) => access(join(folder, tool), 1)));
  return tries.some(({ status }) => status === 'fulfilled');
}
