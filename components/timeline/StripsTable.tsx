import type { Range } from '../../core/history/ranges.ts';
import { runsOf } from '../../core/history/strip.ts';
import { callWords } from '../call-words.ts';
import { OWN_WORD_TEXTS } from '../own-words.ts';
import { t } from '../text.ts';
import { mechanismKey } from '../wording.ts';
import { saidIn } from './describe.ts';
import { border, moment } from './format.ts';
import { type Row, stateLabel } from './rows.ts';

interface Props {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly range: Range;
}

/** The strips as a table: a line for each stretch in which the same was said, gaps as well. Wide on a phone: it scrolls by itself. */
export const StripsTable = ({ caption, rows, range }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <section class="table-frame" tabIndex={0} aria-label={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('timeline.from')}</th>
          <th scope="col">{t('timeline.until')}</th>
          <th scope="col">{t('timeline.state')}</th>
          <th scope="col">{t('timeline.rounds_head')}</th>
        </tr>
      </thead>
      {rows.map((row) => (
        <tbody key={row.id}>
          <tr>
            <th scope="rowgroup" colSpan={4}>
              {row.title}
            </th>
          </tr>
          {runsOf(row.cells, row.states).map((run) => (
            <tr key={run.start}>
              <td>{border(range, run.from)}</td>
              <td>{border(range, range === 'year' ? run.to - 1 : run.to)}</td>
              <td>
                {stateLabel(row, run.state)}
                {run.mechanism && <span class="quiet"> {t('evidence.mechanism', t(mechanismKey(run.mechanism)))}</span>}
              </td>
              <td>{run.said.length > 1 ? saidIn(row, run) : run.rounds}</td>
            </tr>
          ))}
          {row.words.map(({ at, word }) => (
            <tr key={`said ${at}`}>
              <td colSpan={2}>{moment(at)}</td>
              <td colSpan={2}>{t('timeline.said', t('timeline.what'), t(OWN_WORD_TEXTS[word]))}</td>
            </tr>
          ))}
          {row.calls.map((call) => (
            <tr key={`call ${call.at}`}>
              <td colSpan={2}>{moment(call.at)}</td>
              <td colSpan={2}>{callWords(call)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  </section>
);
