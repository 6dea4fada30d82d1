import { Sign } from './Sign.tsx';

interface Props {
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  onAction(): void;
}

/** Something went wrong with the extension itself, and what to press. */
export function Notice({ title, hint, action, onAction }: Props) {
  return (
    <section class="notice" role="alert">
      <Sign name="poor" />
      <div>
        <h2>{title}</h2>
        <p>{hint}</p>
        <button type="button" class="button" onClick={onAction}>
          {action}
        </button>
      </div>
    </section>
  );
}
