import type { ComponentChildren } from 'preact';
import { placeOf } from '../../core/history/ranges.ts';
import { CallSign } from '../CallSign.tsx';
import { OwnWordSign } from './OwnWordSign.tsx';
import type { Row } from './rows.ts';

interface Props {
  readonly row: Pick<Row, 'words' | 'calls'>;
  readonly edges: readonly number[];
}

/** What happened at one moment, below the strip: what the person said of a call, and test calls. */
export function EventMarks({ row: { words, calls }, edges }: Props) {
  const share = (at: number) => (100 * placeOf(edges, at)) / Math.max(1, edges.length - 1);
  const mark = (key: string, at: number, sign: ComponentChildren) => (
    <span key={key} class="event" style={{ insetInlineStart: `${share(at)}%` }}>
      {sign}
    </span>
  );
  return (
    <span class="events" aria-hidden="true">
      {calls.map((call) => mark(`call ${call.at}`, call.at, <CallSign conclusion={call.conclusion} />))}
      {words.map(({ at, word }) => mark(`word ${at}`, at, <OwnWordSign word={word} />))}
    </span>
  );
}
