import type { ComponentChildren } from 'preact';
import { Sign } from './Sign.tsx';
import { type SignName, TONES } from './signs.ts';

interface Props {
  readonly sign: SignName;
  readonly title: string;
  readonly detail: string;
  readonly children?: ComponentChildren;
}

/** Picture, one sentence that is read from a metre away, and what belongs to it, on a ground of its tone. */
export const Card = ({ sign, title, detail, children }: Props) => (
  <section class={`card tone-${TONES[sign]}`}>
    <Sign name={sign} />
    <h1 tabIndex={-1}>{title}</h1>
    <div class="card-body">
      <p>{detail}</p>
      {children}
    </div>
  </section>
);
