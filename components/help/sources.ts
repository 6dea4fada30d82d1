import type { Sentence } from './articles.ts';

interface Source {
  readonly name: string;
  readonly url: string;
  readonly about: Sentence;
}

/** Neutral sources only: measurements, standards, and a coalition of human-rights groups. Nothing that gets around a block. */
export const SOURCES: readonly Source[] = [
  { name: 'OONI Explorer', url: 'https://explorer.ooni.org/', about: 'help.sources.ooni' },
  {
    name: '#KeepItOn, Access Now',
    url: 'https://www.accessnow.org/campaign/keepiton/',
    about: 'help.sources.keepiton',
  },
  { name: 'IODA, Georgia Tech', url: 'https://ioda.inetintel.cc.gatech.edu/', about: 'help.sources.ioda' },
  { name: 'RFC 8489', url: 'https://www.rfc-editor.org/rfc/rfc8489', about: 'help.sources.stun' },
  { name: 'RFC 8656', url: 'https://www.rfc-editor.org/rfc/rfc8656', about: 'help.sources.turn' },
];
