import { Sign } from '../Sign.tsx';
import type { Field, Wrong } from './filled.ts';

interface Props {
  readonly id: string;
  readonly of: Field;
  readonly wrongs: readonly Wrong[];
}

/** What is wrong with one field, below it. */
export function Wrongs({ id, of, wrongs }: Props) {
  const own = wrongs.filter(({ field }) => field === of);
  if (own.length === 0) return null;
  return (
    <div class="wrongs" id={id} role="alert">
      {own.map(({ text }) => (
        <p key={text}>
          <Sign name="some" />
          <bdi>{text}</bdi>
        </p>
      ))}
    </div>
  );
}
