import { nameOf } from '../names.ts';
import { ServiceMark } from '../ServiceMark.tsx';

interface Props {
  /** Ids, in the order to show. */
  readonly services: readonly string[];
  readonly chosen: readonly string[];
  readonly locked: boolean;
  onPick(id: string, isChosen: boolean): void;
}

export const PickList = ({ services, chosen, locked, onPick }: Props) => (
  <ul class="picks">
    {services.map((id) => (
      <li key={id}>
        <label class="pick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            disabled={locked}
            onChange={(event) => onPick(id, event.currentTarget.checked)}
          />
          <ServiceMark id={id} />
          {nameOf(id)}
        </label>
      </li>
    ))}
  </ul>
);
