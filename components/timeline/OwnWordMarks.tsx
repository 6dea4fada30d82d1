import { placeOf } from '../../core/history/ranges.ts';
import type { OwnWord, OwnWordRecord } from '../../core/history/records.ts';

interface Props {
  readonly words: readonly OwnWordRecord[];
  readonly edges: readonly number[];
}

/** What the person said, as speech bubbles below the strip: nothing that was measured looks like them. */
export const OwnWordMarks = ({ words, edges }: Props) => (
  <span class="own-words" aria-hidden="true">
    {words.map(({ at, word }) => (
      <span key={at} class="own-word" style={{ insetInlineStart: `${share(edges, at)}%` }}>
        <OwnWordSign word={word} />
      </span>
    ))}
  </span>
);

const share = (edges: readonly number[], at: number): number =>
  (100 * placeOf(edges, at)) / Math.max(1, edges.length - 1);

export const OwnWordSign = ({ word }: { word: OwnWord }) => (
  <svg class="own-word-sign" viewBox="0 0 20 20" aria-hidden="true">
    <path
      class="own-word-bubble"
      d="M10 .8l3.4 3.7h3.4a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H3.2a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2h3.4z"
    />
    <path class="own-word-glyph" d={GLYPHS[word]} />
  </svg>
);

const GLYPHS: Record<OwnWord, string> = {
  worked: 'M5.5 11.5l3 3l6-6.2',
  failed: 'M6.5 8l7 7M13.5 8l-7 7',
  'no-sound': 'M5 11.5h2.2l3.3-3v6.5l-3.3-3M13 9.5l3 4M16 9.5l-3 4',
};
