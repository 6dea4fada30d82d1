import type { PopupActions, PopupModel } from './model.ts';
import { rowsOf } from './rows.ts';
import { ServicesSection } from './ServicesSection.tsx';
import { Verdict } from './Verdict.tsx';
import { worksNow } from './works-now.ts';

interface Props {
  readonly model: PopupModel;
  readonly actions: Pick<PopupActions, 'say'>;
}

/** The verdict, and a row a service. The old answer stays while a check runs. */
export function Answer({ model, actions }: Props) {
  const snapshot = model.snapshot.value;
  const progress = model.progress.value;
  const now = model.now.value;
  const place = model.place.value;
  const rows = rowsOf(model.selection.value, snapshot, progress);
  const works = worksNow(rows.flatMap(({ assessment }) => assessment ?? []));
  const context = {
    works,
    now,
    isConfirming: snapshot?.confirming ?? false,
    said: place?.said ?? {},
    onSay: actions.say,
  };
  return (
    <>
      <Verdict snapshot={snapshot} checking={model.checking.value} works={works} hints={place?.hints ?? []} now={now} />
      {(snapshot || progress) && <ServicesSection rows={rows} context={context} />}
    </>
  );
}
