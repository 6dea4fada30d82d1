import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { isUnknown, type NetworkGroup } from '../../core/history/grouping.ts';
import { ticksOf } from '../../core/history/ranges.ts';
import type { OwnWordRecord } from '../../core/history/records.ts';
import { nameOf, ownNames } from '../names.ts';
import { ServiceMark } from '../ServiceMark.tsx';
import { plural, t } from '../text.ts';
import { Axis } from './Axis.tsx';
import { Changes } from './Changes.tsx';
import type { Cursor } from './cursor.ts';
import { Detail } from './Detail.tsx';
import { DisclosureLine } from './DisclosureLine.tsx';
import { EntryHead } from './EntryHead.tsx';
import { Headline } from './Headline.tsx';
import { Lane } from './Lane.tsx';
import type { Contents, TimelineActions, TimelineModel } from './model.ts';
import { groupName } from './names.ts';
import { OwnWordMenu } from './OwnWordMenu.tsx';
import { OwnWordNote } from './OwnWordNote.tsx';
import { networkRow, serviceRows } from './rows.ts';
import { StripsTable } from './StripsTable.tsx';
import { rangeText } from './texts.ts';

interface Props {
  readonly group: NetworkGroup;
  readonly model: TimelineModel;
  readonly actions: TimelineActions;
  /** The network that was checked last: the one the person is on, as far as is known. */
  readonly isLast: boolean;
  /** Services in the order in which they are listed elsewhere. */
  readonly order: readonly string[];
}

/** One network: what is so now, its strips, what changed. */
export function Entry({ group, model, actions, isLast, order }: Props) {
  const contents = useComputed(() => model.contents.value.get(group.id)).value;
  return (
    <article class="entry">
      <EntryHead group={group} actions={actions} now={model.now.value} />
      {contents && <Body {...{ group, contents, actions, isLast, order }} now={model.now.value} />}
    </article>
  );
}

interface BodyProps extends Omit<Props, 'model'> {
  readonly contents: Contents;
  readonly now: number;
}

function Body({ group, contents, actions, isLast, order, now }: BodyProps) {
  const cursor = useSignal<Cursor | null>(null);
  // The words on a cell may stand over what is below them.
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') cursor.value = null;
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const said = useSignal<OwnWordRecord | null>(null);
  const isOpen = useSignal(isLast);
  const hasTable = useSignal(false);
  const { range, edges, strips } = contents;
  const ticks = useMemo(() => ticksOf(range, edges), [contents]);
  const network = useMemo(() => networkRow(contents), [contents]);
  const services = useMemo(() => serviceRows(contents, order), [contents, order, ownNames.value]);
  const rows = [network, ...services.flatMap(({ calls, messages }) => [calls, messages])];
  const strip = { range, edges, ticks, cursor, checkedAt: group.lastAt };
  const isEmpty = services.length === 0 && strips.network.every(({ rounds }) => rounds === 0);

  const say = async (word: OwnWordRecord) => {
    if (await actions.say(word)) said.value = word;
  };

  return (
    <>
      <Headline contents={contents} order={order} now={now} />
      {strips.later > 0 && <p class="quiet">{plural('timeline.later', strips.later)}</p>}
      {isEmpty && <p class="quiet">{t('timeline.nothing')}</p>}
      {!isEmpty && (
        <>
          <Lane rows={[network]} {...strip}>
            {t('timeline.this_network')}
          </Lane>
          {!isOpen.value && <Axis range={range} edges={edges} ticks={ticks} />}
          {services.length > 0 && (
            <details
              class="disclosure"
              open={isOpen.value}
              onToggle={(event) => {
                isOpen.value = event.currentTarget.open;
              }}
            >
              <DisclosureLine title={t('timeline.services')} count={services.length} />
              {isOpen.value && (
                <>
                  {services.map(({ id, calls, messages }) => (
                    <Lane key={id} rows={[calls, messages]} {...strip}>
                      <ServiceMark id={id} />
                      <span class="lane-name">{nameOf(id)}</span>
                      {isLast && (
                        <OwnWordMenu
                          service={id}
                          onSay={(word) =>
                            void say({
                              network: isUnknown(group) ? null : group.keys[0],
                              at: Date.now(),
                              service: id,
                              word,
                            })
                          }
                        />
                      )}
                    </Lane>
                  ))}
                  <Axis range={range} edges={edges} ticks={ticks} />
                </>
              )}
            </details>
          )}
          <Detail rows={rows} range={range} cursor={cursor} hasHint={isLast} />
          <OwnWordNote said={said} onTakeBack={actions.takeBack} />
          <Changes contents={contents} now={now} />
          <details
            class="disclosure no-print"
            onToggle={(event) => {
              hasTable.value = event.currentTarget.open;
            }}
          >
            <DisclosureLine title={t('timeline.table')} />
            {hasTable.value && (
              <StripsTable
                caption={t('timeline.table_caption', `\u2068${groupName(group)}\u2069`, rangeText(range))}
                rows={rows}
                range={range}
              />
            )}
          </details>
        </>
      )}
    </>
  );
}
