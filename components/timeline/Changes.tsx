import { useSignal } from '@preact/signals';
import { changesList, type Entry } from '../../core/history/changes-list.ts';
import type { SpellKind } from '../../core/history/records.ts';
import { CallSign } from '../CallSign.tsx';
import { callWords } from '../call-words.ts';
import { nameOf } from '../names.ts';
import { ownWord } from '../own-words.ts';
import { Sign } from '../Sign.tsx';
import { format, plural, t } from '../text.ts';
import { mechanismKey } from '../wording.ts';
import { day, duration, moment } from './format.ts';
import type { Contents } from './model.ts';
import { OwnWordSign } from './OwnWordSign.tsx';

const SHOWN = 8;

/** What changed and what happened, in words, the newest first. */
export function Changes({ contents, now }: { contents: Contents; now: number }) {
  const { spells, words, calls, edges, range } = contents;
  const most = useSignal(SHOWN);
  const entries = changesList(spells, words, calls, { from: edges[0] ?? 0, to: edges.at(-1) ?? 0 });
  if (entries.length === 0) return <p class="quiet">{t('timeline.no_changes')}</p>;
  const hidden = entries.length - most.value;
  return (
    <>
      <h3>{t('timeline.changes')}</h3>
      <ol class="changes">
        {entries.slice(0, most.value).map((entry) => (
          <li key={`${entry.at} ${sentence(entry)}`}>
            <EntrySign entry={entry} />
            <time dateTime={new Date(entry.at).toISOString()}>
              {range === 'year' ? day(entry.at) : moment(entry.at)}
            </time>
            <span>
              {sentence(entry)} <Evidence entry={entry} now={now} />
            </span>
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => {
            most.value = entries.length;
          }}
        >
          {plural('timeline.more_changes', hidden)}
        </button>
      )}
    </>
  );
}

function EntrySign({ entry }: { entry: Entry }) {
  if (entry.what === 'said') return <OwnWordSign word={entry.word} />;
  if (entry.what === 'called') return <CallSign conclusion={entry.call.conclusion} />;
  return <Sign name={entry.what === 'blocked' ? 'blocked' : 'ok'} />;
}

const BEGAN = {
  calls: 'timeline.began.calls',
  messages: 'timeline.began.messages',
} as const;
const ENDED = {
  calls: 'timeline.ended.calls',
  messages: 'timeline.ended.messages',
} as const satisfies Record<Exclude<SpellKind, 'udp'>, string>;

export function sentence(entry: Entry): string {
  if (entry.what === 'said') return ownWord(entry);
  if (entry.what === 'called') return t('timeline.said', nameOf(entry.call.service), callWords(entry.call));
  const { kind, subject } = entry.spell;
  if (entry.what === 'blocked') return kind === 'udp' ? t('timeline.began.udp') : t(BEGAN[kind], nameOf(subject));
  const after = duration(entry.afterMs);
  return kind === 'udp' ? t('timeline.ended.udp', after) : t(ENDED[kind], nameOf(subject), after);
}

/** How a block shows itself, and how lately. */
function Evidence({ entry, now }: { entry: Entry; now: number }) {
  if (entry.what !== 'blocked') return null;
  const { to, seenAt, mechanism } = entry.spell;
  const lines = [
    ...(to === null ? [t('timeline.last_seen', format.ago(seenAt, now) ?? t('just_now'))] : []),
    ...(mechanism ? [t('evidence.mechanism', t(mechanismKey(mechanism)))] : []),
  ];
  return <span class="quiet">{lines.join(' ')}</span>;
}
