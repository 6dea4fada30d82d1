import type { Observation } from '../../core/evidence/observation.ts';
import type { OwnQuestion } from '../../platform/messages.ts';
import { secretOf } from '../../platform/secrets.ts';
import { askAddress } from '../../probes/ask-own.ts';

/** Asks a server of the person's own. Apart from the page: few have one. Credentials come from the store itself and go nowhere else. */
export async function askOwn(
  url: string,
  { server, kind }: OwnQuestion,
  salt: string,
  signal: AbortSignal,
): Promise<Observation> {
  return askAddress({ kind, url }, kind === 'turn' ? await secretOf(server) : null, salt, signal);
}
