import type { Edition } from '../../../core/catalogue/packed.ts';
import { MAX_FEED_BYTES } from '../../../core/feed/feed.ts';
import type { MirrorFile } from '../world/state.ts';
import { daysAgo, nextEdition } from './edition.ts';
import { IMPOSTOR, OWN, type Signer, STRANGER } from './key.ts';

/** What a mirror may hold: the file as it should be, and what can become of it. */
export type Held = MirrorFile & { readonly says: string };

export const feedFile = (edition: Edition, signer: Signer = OWN): string =>
  JSON.stringify(signer.sign(JSON.stringify(edition)));

export const fresh = (edition: Edition, signer?: Signer): Held => ({
  says: `edition ${edition.serial}`,
  body: feedFile(edition, signer),
});

/** A word of the edition was changed after it had been signed. */
export const forged = (edition: Edition): Held => {
  const envelope = OWN.sign(JSON.stringify(edition));
  const changed = envelope.edition.replace('"serial":', '"serial":9');
  return {
    says: 'an edition that was changed after it was signed',
    body: JSON.stringify({ ...envelope, edition: changed }),
  };
};

export const signedByImpostor = (edition: Edition): Held => ({
  says: 'an edition signed with another key of that name',
  body: feedFile(edition, IMPOSTOR),
});

export const signedByStranger = (edition: Edition): Held => ({
  says: 'an edition signed with a key that the package does not know',
  body: feedFile(edition, STRANGER),
});

export const expired = (serial: number): Held => ({
  says: 'an edition that has expired',
  body: feedFile(nextEdition({ serial, issuedOn: daysAgo(70), expiresOn: daysAgo(10) })),
});

export const notYet = (serial: number): Held => ({
  says: 'an edition of a day to come',
  body: feedFile(nextEdition({ serial, issuedOn: daysAgo(-10) })),
});

/** Half of the file, as if it were all, or with the connection ending where the rest should come. */
export const truncated = (edition: Edition): Held => {
  const body = feedFile(edition);
  return { says: 'half of the file', body: body.slice(0, body.length / 2) };
};
export const brokenOff = (edition: Edition): Held => ({
  says: 'a connection that ends half way',
  body: feedFile(edition),
  breaksOff: true,
});

/** Well signed, and more than a feed may weigh. */
export const oversized = (edition: Edition): Held => ({
  says: 'an edition of too many bytes',
  body: `${feedFile(edition)}${' '.repeat(MAX_FEED_BYTES)}`,
});

/** Well signed, and no edition: an address has a role that there is none of. */
export const misshapen = (serial: number): Held => {
  const { services, ...rest } = nextEdition({ serial });
  const [first, ...others] = services;
  return {
    says: 'a signed edition of another shape',
    body: feedFile({
      ...rest,
      services: [{ ...first, endpoints: { script: ['https://newcomer.example/'] } } as never, ...others],
    }),
  };
};

export const otherJson = (): Held => ({
  says: 'another JSON',
  body: JSON.stringify({ status: { indicator: 'none' } }),
});
export const page = (): Held => ({
  says: 'a web page',
  body: '<!doctype html><title>A page</title><p>Words.</p>',
  type: 'text/html',
});

export const withoutCors = (held: Held): Held => ({
  ...held,
  says: `${held.says}, for its own pages alone`,
  withoutCors: true,
});
