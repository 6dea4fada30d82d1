import { OWN_WORDS, type OwnWord } from '../../core/history/records.ts';
import { nameOf } from '../names.ts';
import { OWN_WORD_TEXTS } from '../own-words.ts';
import { t } from '../text.ts';
import { Menu } from './Menu.tsx';

interface Props {
  readonly service: string;
  onSay(word: OwnWord): void;
}

/** "I just tried a call": kept beside what was measured, and never changes it. */
export const OwnWordMenu = ({ service, onSay }: Props) => (
  <Menu icon="say" label={t('timeline.own.menu', nameOf(service))}>
    {(close) => (
      <>
        <p>{t('timeline.own.question', nameOf(service))}</p>
        {OWN_WORDS.map((word) => (
          <button
            key={word}
            type="button"
            class="button"
            onClick={() => {
              close();
              onSay(word);
            }}
          >
            {t(OWN_WORD_TEXTS[word])}
          </button>
        ))}
      </>
    )}
  </Menu>
);
