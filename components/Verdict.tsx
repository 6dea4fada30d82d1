import { HINTS } from '../core/network/hints.ts';
import type { Snapshot } from '../core/verdict/snapshot.ts';
import { CanDo } from './CanDo.tsx';
import { Card } from './Card.tsx';
import { Certainty } from './Certainty.tsx';
import { HelpLink } from './HelpLink.tsx';
import { reasonOf } from './reason.ts';
import { NETWORK_SIGNS } from './signs.ts';
import { t } from './text.ts';
import { WorksLine } from './WorksLine.tsx';
import { hintKey, verdictKey } from './wording.ts';
import type { WorksNow } from './works-now.ts';

interface Props {
  readonly snapshot: Snapshot | null;
  readonly checking: boolean;
  readonly works: WorksNow | null;
  /** Ids of hints about the network; unknown ones are of another version. */
  readonly hints: readonly string[];
  readonly now: number;
}

/** The verdict on the network: why, how sure and since when, what works and what to do. */
export function Verdict({ snapshot, checking, works, hints, now }: Props) {
  if (!snapshot) return checking ? firstCheck() : notChecked();
  const { network } = snapshot;
  const title = verdictKey(network);
  return (
    <Card
      sign={title === 'verdict.confirming' ? 'confirming' : NETWORK_SIGNS[network.state]}
      title={t(title)}
      detail={reasonOf(network)}
    >
      <Certainty judgement={network} now={now} />
      {snapshot.confirming && <p class="quiet">{t('confirming')}</p>}
      {HINTS.filter((hint) => hints.includes(hint)).map((hint) => (
        <p key={hint} class="quiet">
          {t(hintKey(hint))}
        </p>
      ))}
      <HelpLink about={network.rule} />
      {works && <WorksLine works={works} />}
      <CanDo network={network} confirming={snapshot.confirming} />
    </Card>
  );
}

// No components of their own: the heading stays the same element, and keeps the focus, when the answer comes.
const firstCheck = () => (
  <Card sign="checking" title={t('verdict.first_check')} detail={t('verdict.first_check_detail')} />
);

const notChecked = () => (
  <Card sign="unknown" title={t('verdict.not_checked')} detail={t('verdict.not_checked_detail')} />
);
