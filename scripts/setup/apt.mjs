import { say } from './log.mjs';
import { isInstallable, NEEDS } from './needs.mjs';
import { run, which } from './run.mjs';

/** Where it may (root, on a system with apt), installs what these needs lack. What still lacks afterwards, `missing` tells. */
export async function installSystemPackages(needs) {
  const lacking = needs.filter(isInstallable);
  const apt = which('apt-get');
  if (lacking.length === 0 || apt === null || process.getuid?.() !== 0) return;
  const packages = [...new Set(lacking.flatMap((need) => NEEDS[need].packages))];
  say(`Installing ${packages.join(', ')} (a minute or two) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ];
  for (const step of steps) {
    const { code, output } = await run(apt, [...wait, ...step], { env });
    if (code === 0) continue;
    say(`apt-get ${step[0]} failed:\n${output.trim().split('\n').slice(-6).join('\n')}`);
    return;
  }
}
