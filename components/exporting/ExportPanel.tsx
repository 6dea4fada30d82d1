import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { Tariff } from '../../core/history/cost.ts';
import { contentsOf } from '../../core/history/export/contents.ts';
import { factsOf } from '../../core/history/export/facts.ts';
import {
  aboutOne,
  type Choices,
  type Format,
  type Kind,
  kindsOf,
  ownIn,
  share,
} from '../../core/history/export/share.ts';
import type { History } from '../../core/history/records.ts';
import { ownNames } from '../names.ts';
import { t } from '../text.ts';
import { CardPreview } from './CardPreview.tsx';
import { cardText } from './card-text.ts';
import { contentsWords } from './contents-words.ts';
import { FormatChoice } from './FormatChoice.tsx';
import { type Download, file, write } from './files.ts';
import { Included } from './Included.tsx';
import { NetworkChoice } from './NetworkChoice.tsx';

export interface ExportPanelProps {
  /** The span that the page shows, ms since the epoch. */
  readonly selection: { readonly from: number; readonly to: number };
  /** Reads what the page shows, with these records of it. A new function means a new selection. */
  readonly read: (kinds: readonly Kind[]) => Promise<History>;
  readonly onSave: (download: Download) => void;
  /** Puts a text on the clipboard. */
  readonly onCopy: (text: string) => Promise<void>;
  /** A new random key of a network: 16 hexadecimal digits. */
  readonly randomKey: () => string;
  /** The person's own figures, where there are any. */
  readonly tariff: Tariff | null;
  readonly now: number;
  readonly version: string;
}

/** Makes a file of what the page shows, and says before what will be in it. */
export function ExportPanel({ selection, read, onSave, onCopy, randomKey, tariff, now, version }: ExportPanelProps) {
  const format = useSignal<Format>('text');
  const choices = useSignal<Choices>({ names: false, place: false, raw: false, own: false });
  const history = useSignal<History | 'unread' | null>(null);
  const network = useSignal<string | null>(null);
  const withCost = useSignal(false);
  /** What came of copying which text: another one has not been copied. */
  const copied = useSignal<{ readonly text: string; readonly result: 'copied' | 'copy_failed' } | null>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const id = useId();

  const isCard = format.value === 'card';
  const kinds = kindsOf(format.value, choices.value);
  useEffect(() => {
    let isCurrent = true;
    history.value = null;
    const show = (read: History | 'unread') => {
      if (isCurrent) history.value = read;
    };
    read(kinds).then(show, () => show('unread'));
    return () => {
      isCurrent = false;
    };
  }, [read, kinds.join()]);

  const named = ownNames.value;
  const origin = { now, version, selection };
  const { found, hasOwn, networks, about, shared, contents, card, text } = useMemo(() => {
    const found = history.value === 'unread' ? null : history.value;
    const networks = found?.networks.filter(({ key }) => found.rounds.some((round) => round.network === key)) ?? [];
    const about = networks.find(({ key }) => key === network.value) ?? networks[0];
    const part = found && isCard ? aboutOne(found, about?.key ?? '') : found;
    const shared = part && share(part, { format: format.value, choices: choices.value, ownNames: named, randomKey });
    const facts = shared && isCard ? factsOf(shared)[0] : undefined;
    return {
      found,
      hasOwn: Object.keys(named).length > 0 || (found !== null && ownIn(found).length > 0),
      networks,
      about,
      shared,
      contents: shared && contentsOf(shared),
      card: facts ? cardText(facts, origin, withCost.value ? tariff : null) : null,
      text: shared && format.value === 'text' ? write('text', shared, choices.value, origin) : null,
    };
  }, [history.value, format.value, choices.value, network.value, named, withCost.value, tariff]);
  const isEmpty = contents !== null && (isCard ? card === null : contents.span === null);

  const save = () => {
    if (shared && format.value !== 'card') {
      onSave(file(format.value, write(format.value, shared, choices.value, origin), now));
    } else {
      canvas.current?.toBlob((picture) => picture && onSave(file('card', picture, now)));
    }
  };
  const copy = async (text: string) => {
    copied.value = null;
    const result = await onCopy(text).then(
      () => 'copied' as const,
      () => 'copy_failed' as const,
    );
    copied.value = { text, result };
  };

  return (
    <section class="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('export.title')}</h2>
      <FormatChoice format={format.value} onChange={(chosen) => (format.value = chosen)} />
      {isCard && networks.length > 1 && about && (
        <NetworkChoice
          all={found?.networks ?? []}
          networks={networks}
          about={about}
          onChange={(key) => (network.value = key)}
        />
      )}
      <Included
        format={format.value}
        choices={choices.value}
        hasOwn={hasOwn}
        cost={tariff && withCost.value}
        onCost={(wanted) => (withCost.value = wanted)}
        onChange={(change) => (choices.value = { ...choices.value, ...change })}
      />
      <div aria-live="polite">
        {history.value === 'unread' && <p>{t('export.unread')}</p>}
        {isEmpty && <p>{t('export.empty')}</p>}
        {contents && !isEmpty && (
          <>
            <h3>{t('export.holds')}</h3>
            <ul class="contents">
              {contentsWords(contents, format.value, choices.value).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {card && <CardPreview card={card} canvas={canvas} />}
      {text !== null && !isEmpty && (
        <textarea class="preview" readOnly rows={12} dir="auto" aria-label={t('export.text')} value={text} />
      )}
      <div class="panel-actions">
        <button type="button" class="button" disabled={!contents || isEmpty} onClick={save}>
          {t('export.download')}
        </button>
        {text !== null && !isEmpty && (
          <button type="button" class="button" onClick={() => copy(text)}>
            {t('export.copy')}
          </button>
        )}
        <p role="status">{copied.value?.text === text && t(`export.${copied.value.result}`)}</p>
      </div>
    </section>
  );
}
