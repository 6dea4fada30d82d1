import { placeOf, type Range } from '../../core/history/ranges.ts';
import { tick } from './format.ts';

interface Props {
  readonly range: Range;
  readonly edges: readonly number[];
  readonly ticks: readonly number[];
}

const LAST = 0.94;

/** Words below the strips for the eyes; each cell tells its own time. */
export const Axis = ({ range, edges, ticks }: Props) => (
  <div class="lane axis" aria-hidden="true">
    <div class={`axis-words is-${range}`}>
      {ticks.flatMap((at) => {
        const place = placeOf(edges, at) / (edges.length - 1);
        // There is no room for a word at the very end.
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
