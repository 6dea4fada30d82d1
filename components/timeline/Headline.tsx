import { type GroupSpell, seenEnd } from '../../core/history/changes-list.ts';
import type { RoundRecord, SpellKind } from '../../core/history/records.ts';
import { HelpLink } from '../HelpLink.tsx';
import type { Topic } from '../help/places.ts';
import { nameOf } from '../names.ts';
import { Sign } from '../Sign.tsx';
import { NETWORK_SIGNS, type SignName, TONES } from '../signs.ts';
import { format, t } from '../text.ts';
import { networkKey } from '../wording.ts';
import { since } from './format.ts';
import type { Contents } from './model.ts';

interface Props {
  readonly contents: Contents;
  /** Services in the order in which they are listed elsewhere. */
  readonly order: readonly string[];
  readonly now: number;
}

/** What is so on this network now, or was when it was last checked: what is blocked and since when, and what works. */
export function Headline({ contents: { spells, newest }, order, now }: Props) {
  const blocked = spells.filter((spell) => seenEnd(spell, newest?.at ?? now) === null);
  const clear = clearServices(newest, blocked);
  return (
    <div class="headline">
      {sentences(blocked, order, now).map(([kind, sentence]) => (
        <Line key={sentence} sign="blocked" text={sentence} about={TOPICS[kind]} />
      ))}
      {clear.length > 0 && (
        <Line sign="ok" text={t('timeline.now.clear', format.list(clear.map(nameOf)))} about="clear" />
      )}
      {newest && blocked.length === 0 && clear.length === 0 && (
        <Line sign={NETWORK_SIGNS[newest.state]} text={t(networkKey(newest.state))} about={newest.state} />
      )}
    </div>
  );
}

const TOPICS: Record<SpellKind, Topic> = { calls: 'likely-blocked', messages: 'messages.silent', udp: 'udp-blocked' };

const Line = ({ sign, text, about }: { sign: SignName; text: string; about: Topic }) => (
  <p class={`headline-line is-${TONES[sign]}`}>
    <Sign name={sign} />
    <span class="headline-text">
      {text} <HelpLink about={about} />
    </span>
  </p>
);

const inOrder = (spells: readonly GroupSpell[], order: readonly string[]) =>
  spells.toSorted((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject));

/** Services that one round found blocked are told in one sentence. */
function sentences(blocked: readonly GroupSpell[], order: readonly string[], now: number): [SpellKind, string][] {
  return [...Map.groupBy(blocked, ({ kind, from }) => `${kind} ${from}`).values()].map((together) => {
    const [{ kind, from }] = together as [GroupSpell];
    const names = inOrder(together, order).map(({ subject }) => nameOf(subject));
    return [kind, sentence(kind, names, since(from, now))];
  });
}

function sentence(kind: SpellKind, names: readonly string[], since: string): string {
  switch (kind) {
    case 'udp':
      return t('timeline.now.udp', since);
    case 'calls':
      return t('timeline.now.calls', format.list(names), since);
    case 'messages':
      return t('timeline.now.messages', format.list(names), since);
  }
}

function clearServices(newest: RoundRecord | null, blocked: readonly GroupSpell[]): string[] {
  return Object.entries(newest?.services ?? {}).flatMap(([id, { calls }]) =>
    calls === 'clear' && !blocked.some(({ subject }) => subject === id) ? id : [],
  );
}
