import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { format } from '../text.ts';

interface Props {
  readonly number: number;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One step of the page, under its number. */
export function Step({ number, title, children }: Props) {
  const id = useId();
  return (
    <section class="step" aria-labelledby={id}>
      <h2 id={id} class="step-title">
        <span class="step-number" aria-hidden="true">
          {format.number(number)}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}
