import { placeOf, type Range } from '../../core/history/ranges.ts';
import { tick } from './format.ts';

interface Props {
  readonly range: Range;
  readonly edges: readonly number[];
  readonly ticks: readonly number[];
}

/** A word that begins later has no room on a phone, or where a person spaces text. */
const LAST = 0.86;

/** Words below the strips for the eyes; each cell tells its own time. */
export const Axis = ({ range, edges, ticks }: Props) => (
  <div class="lane axis" aria-hidden="true">
    <div class={`axis-words is-${range}`}>
      {ticks.flatMap((at) => {
        const place = placeOf(edges, at) / (edges.length - 1);
        return place > LAST ? (
          []
        ) : (
          <span key={at} class="axis-word" style={{ insetInlineStart: `${100 * place}%` }}>
            {tick(range, at)}
          </span>
        );
      })}
    </div>
  </div>
);
