import { schemeOf } from '../core/catalogue/endpoint.ts';
import type { Observation } from '../core/evidence/observation.ts';
import type { Credentials } from '../core/own/credentials.ts';
import { iceCredentials } from '../core/own/rest.ts';
import type { OwnAddress } from '../core/own/server.ts';
import { takesCredentials } from './credentials.ts';
import { askHttps } from './https.ts';
import { askIce } from './ice.ts';
import { askSip } from './sip.ts';
import { askWebSocket } from './websocket.ts';

/**
 * Asks one address of a server of the person's own, in the way of its kind. A relay that has credentials is asked for an allocation with
 * them; any answer of its, a refusal as well, shows that the path is open, and its code what it said.
 *
 * @param credentials of the server; only TURN needs them
 * @param salt this installation's own, for the fingerprint of the network
 * @param signal aborted with a `Stop` when the time is up
 */
export async function askAddress(
  { kind, url }: OwnAddress,
  credentials: Credentials | null,
  salt: string,
  signal: AbortSignal,
): Promise<Observation> {
  if (kind === 'sip') return askSip(url, signal);
  if (kind === 'web') return schemeOf(url) === 'wss' ? askWebSocket(url, signal) : askHttps(url, signal, null);
  const known = credentials && (await iceCredentials(credentials, Date.now()));
  return askIce(url, salt, signal, known && takesCredentials(known) ? known : undefined);
}
