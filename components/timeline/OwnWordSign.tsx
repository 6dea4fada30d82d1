import type { OwnWord } from '../../core/history/records.ts';

/** What the person said, as a speech bubble below the strip: nothing that was measured looks like it. */
export const OwnWordSign = ({ word }: { word: OwnWord }) => (
  <svg class="event-sign own-word" viewBox="0 0 20 20" aria-hidden="true">
    <path
      class="own-word-bubble"
      d="M10 .6l3.8 4.9h3a2 2 0 0 1 2 2v9.5a2 2 0 0 1-2 2H3.2a2 2 0 0 1-2-2V7.5a2 2 0 0 1 2-2h3z"
    />
    <path class="own-word-glyph" d={GLYPHS[word]} />
  </svg>
);

const GLYPHS: Record<OwnWord, string> = {
  worked: 'M6 12.4l2.8 2.6l5.2-5.4',
  failed: 'M6.8 9l6.4 6.4M13.2 9l-6.4 6.4',
  'no-sound': 'M5 12.2h2l3-2.8v5.7l-3-2.9M12.5 10.5l3 3.6M15.5 10.5l-3 3.6',
};
