import { OONI_HOST, type OpinionAnswer, type OpinionQuestion, type StoredOpinion } from '../core/ooni/opinion.ts';
import { mayAskFrom, opinionsIn, withAnswer } from '../core/ooni/pause.ts';
import { FOR_FIREFOX } from '../probes/build.ts';
import { optional } from './permissions.ts';
import { opinionItem } from './storage.ts';

/**
 * OONI lets its own pages read what it answers, and no others: that takes access to its host. The question tells a country and an operator,
 * which are a location by Firefox's rules: it asks the person about both at once.
 */
export const opinionPermission = optional(() => ({
  origins: [`https://${OONI_HOST}/*`],
  ...(FOR_FIREFOX && { data_collection: ['locationInfo'] }),
}));

/**
 * Asks OONI, unless it was asked about this place within a day or wants to be left alone, and keeps what came of it. Whether it may be
 * asked is the caller's.
 *
 * @param ask puts the question: the hidden page for the background, a page for itself
 * @param read leaves out of what was stored what its caller can't show: that must not keep anybody from asking
 */
export async function renewOpinion(
  question: OpinionQuestion,
  ask: (question: OpinionQuestion) => Promise<OpinionAnswer>,
  read: (stored: StoredOpinion | null) => StoredOpinion | null = (stored) => stored,
): Promise<void> {
  const known = read(await opinionItem.getValue());
  const now = Date.now();
  if (mayAskFrom(known, question, now) !== null) return;
  // First of all: a worker killed while it asks must not ask at each of its starts.
  await opinionItem.setValue({ ...known, opinions: opinionsIn(known), triedAt: now });
  const answer = await ask(question);
  const since = await opinionItem.getValue();
  // The person may have deleted everything meanwhile.
  if (since) await opinionItem.setValue(withAnswer(since, answer, Date.now()));
}
