import { useSignal } from '@preact/signals';
import { OWN_WORDS, type OwnWord as Word } from '../core/history/own-word.ts';
import { nameOf } from './names.ts';
import { OWN_WORD_TEXTS, ownWord } from './own-words.ts';
import type { RowContext } from './rows.ts';
import { format, t } from './text.ts';

interface Props {
  readonly service: string;
  readonly context: RowContext;
}

/** "I just tried a call": kept beside what was measured, and never changes it. */
export function OwnWord({ service, context: { said, onSay, now } }: Props) {
  const failed = useSignal(false);
  const last = said[service];
  const say = async (word: Word) => {
    failed.value = !(await onSay(service, word));
  };
  return (
    <>
      <p>{t('timeline.own.question', nameOf(service))}</p>
      <p class="own-words">
        {OWN_WORDS.map((word) => (
          <button key={word} type="button" class="button" onClick={() => say(word)}>
            {t(OWN_WORD_TEXTS[word])}
          </button>
        ))}
      </p>
      <p class="quiet" role="status">
        {failed.value
          ? t('timeline.not_done')
          : last && `${ownWord({ service, word: last.word })} · ${format.moment(last.at, now)}`}
      </p>
    </>
  );
}
