import { isOwn } from '../core/own/server.ts';
import type { ServiceAssessment } from '../core/verdict/snapshot.ts';
import { conclusionWords } from './call-words.ts';
import { format, t } from './text.ts';

interface Props {
  readonly assessment: ServiceAssessment;
  readonly now: number;
}

/** The last test call through a relay of the person's own, and the way to the next. */
export const TestCallLine = ({ assessment: { id, call, evidence }, now }: Props) =>
  isOwn(id) && evidence.some(({ url }) => /^turns?:/.test(url)) ? (
    <>
      {call && (
        <p>
          {conclusionWords(call)} · {format.moment(call.at, now)}
        </p>
      )}
      <p>
        <a class="button" href={`/servers.html#${id}`} target="_blank" rel="noopener">
          {t('servers.call.title')}
        </a>
      </p>
    </>
  ) : null;
