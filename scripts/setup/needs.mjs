import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, OVERRIDES } from './browsers.mjs';
import { which } from './run.mjs';

/** Fonts for every script a service's name or a translation may be written in; Debian's browsers bring none. */
const FONTS = ['fontconfig', 'fonts-noto-core', 'fonts-droid-fallback'];

/** What a command may need beyond npm's packages: how to tell that it is there, and Debian's packages that bring it. */
export const NEEDS = {
  chromium: {
    name: `Chromium, Chrome or Edge (or a path in ${OVERRIDES.chromium})`,
    found: () => findBrowser('chromium') !== null,
    packages: ['chromium', ...FONTS],
  },
  firefox: {
    name: `Firefox (or a path in ${OVERRIDES.firefox})`,
    found: () => findBrowser('firefox') !== null,
    packages: ['firefox-esr', ...FONTS],
  },
  fonts: {
    name: 'fonts for Arabic and Chinese',
    found: () => process.platform !== 'linux' || ['ar', 'zh'].every(hasFontFor),
    packages: FONTS,
  },
  lab: {
    name: "the lab's servers and tools",
    found: () => LAB_PROGRAMS.every((name) => which(name) !== null),
    packages: [
      ...['coturn', 'nftables', 'iptables', 'iproute2', 'openssl', 'libnss3-tools', 'tcpdump'],
      // The lab compiles its link, which delays and loses packets; not every kernel has netem.
      ...['gcc', 'libc6-dev', 'linux-libc-dev'],
    ],
  },
  kamailio: {
    name: 'Kamailio, a SIP server, with its modules for TLS and WebSockets',
    found: hasKamailio,
    packages: ['kamailio', 'kamailio-tls-modules', 'kamailio-websocket-modules'],
  },
  prometheus: {
    name: 'Prometheus, which reads what an organisation collects',
    found: () => which('prometheus') !== null && which('promtool') !== null,
    packages: ['prometheus'],
  },
};

const LAB_PROGRAMS = ['turnserver', 'nft', 'iptables', 'ip', 'openssl', 'certutil', 'tcpdump', 'cc'];

function hasFontFor(language) {
  const { status, stdout } = spawnSync('fc-list', [`:lang=${language}`], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function hasKamailio() {
  const program = which('kamailio');
  if (program === null) return false;
  const { stdout } = spawnSync(program, ['-I'], { encoding: 'utf8' });
  const folders = /^\s*Default paths to modules: (.*)$/m.exec(stdout ?? '')?.[1].split(':') ?? [];
  return ['tls', 'websocket'].every((name) => folders.some((folder) => existsSync(join(folder, `${name}.so`))));
}

/** The variable by which the person has said which program to take; nothing is installed in its place. */
const saidBy = (need) => (process.env[OVERRIDES[need]] ? OVERRIDES[need] : null);

/** What a package manager may bring. */
export const isInstallable = (need) => missing(need) !== null && saidBy(need) === null;

/** Null when it is there; else one sentence that says what is missing and how to get it. */
export function missing(need) {
  const { name, found, packages } = NEEDS[need];
  if (found()) return null;
  const variable = saidBy(need);
  if (variable !== null) return `${variable} names ${process.env[variable]}, and there is no such file.`;
  const how =
    process.platform === 'linux'
      ? `as root, "apt-get install --no-install-recommends ${packages.join(' ')}" brings it`
      : 'install it and run this again';
  return `${name} is missing: ${how}.`;
}
