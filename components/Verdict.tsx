import type { ComponentChildren } from 'preact';
import type { Snapshot } from '../core/verdict/snapshot.ts';
import { Certainty } from './Certainty.tsx';
import { reasonOf } from './reason.ts';
import { Sign } from './Sign.tsx';
import { NETWORK_SIGNS, type SignName, TONES } from './signs.ts';
import { t } from './text.ts';
import { WorksLine } from './WorksLine.tsx';
import { verdictKey } from './wording.ts';
import type { WorksNow } from './works-now.ts';

interface Props {
  readonly snapshot: Snapshot | null;
  readonly checking: boolean;
  readonly works: WorksNow | null;
  readonly now: number;
}

/** One sentence, readable from a metre away; under it why, how sure and since when, and what works. */
export function Verdict({ snapshot, checking, works, now }: Props) {
  if (!snapshot) {
    const [title, detail] = checking
      ? (['verdict.first_check', 'verdict.first_check_detail'] as const)
      : (['verdict.not_checked', 'verdict.not_checked_detail'] as const);
    return <Card sign={checking ? 'confirming' : 'unknown'} title={t(title)} detail={t(detail)} />;
  }
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
      {works && <WorksLine works={works} />}
    </Card>
  );
}

interface CardProps {
  readonly sign: SignName;
  readonly title: string;
  readonly detail: string;
  readonly children?: ComponentChildren;
}

const Card = ({ sign, title, detail, children }: CardProps) => (
  <section class={`verdict tone-${TONES[sign]}`}>
    <Sign name={sign} />
    <h1 tabIndex={-1}>{title}</h1>
    <div class="verdict-why">
      <p>{detail}</p>
      {children}
    </div>
  </section>
);
