import type { ControlGroup } from '../core/verdict/snapshot.ts';
import { Disclosure } from './Disclosure.tsx';
import { plural, t } from './text.ts';
import { controlKey } from './wording.ts';

/** The measure that services were judged by: how the control servers fared in the same seconds. */
export function Controls({ groups }: { groups: readonly ControlGroup[] }) {
  const asked = groups.filter((group) => group.asked > 0);
  if (asked.length === 0) return null;
  return (
    <Disclosure title={t('evidence.checked_with')}>
      <dl class="controls">
        {asked.map(({ kind, asked, answered, operators }) => (
          <div key={kind}>
            <dt>{t(controlKey(kind))}</dt>
            <dd>{t('evidence.controls', answered, asked, plural('evidence.operators', operators))}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
