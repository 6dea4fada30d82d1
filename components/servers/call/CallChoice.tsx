import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { CALL_TRANSPORTS, type CallTransport } from '../../../core/call/call.ts';
import { transportOf } from '../../../core/catalogue/endpoint.ts';
import type { OwnServer } from '../../../core/own/server.ts';
import { t } from '../../text.ts';
import { costOf } from './cost.ts';
import { kilobytes, seconds } from './format.ts';
import { transportName } from './words.ts';

interface Props {
  readonly server: OwnServer;
  readonly isRunning: boolean;
  /** A call has ended, and its result is in view. */
  readonly isAgain: boolean;
  /** A call through another server is under way. */
  readonly isBusy: boolean;
  onStart(transports: readonly CallTransport[]): void;
  onCancel(): void;
}

type Choice = CallTransport | 'each';

/** Those that the server has, in the order in which apps try them. */
export function transportsOf({ addresses }: Pick<OwnServer, 'addresses'>): CallTransport[] {
  const has = new Set(addresses.filter(({ kind }) => kind === 'turn').map(({ url }) => transportOf(url)));
  return CALL_TRANSPORTS.filter((transport) => has.has(transport));
}

/** Over what, what it takes, and the one button that starts and cancels. */
export function CallChoice({ server, isRunning, isAgain, isBusy, onStart, onCancel }: Props) {
  const id = useId();
  const offered = transportsOf(server);
  const chosen = useSignal<Choice>('each');

  const choices: readonly Choice[] = offered.length > 1 ? ['each', ...offered] : offered;
  // What was chosen may have gone with an address.
  const choice = choices.find((one) => one === chosen.value) ?? choices[0];
  const wanted = offered.filter((transport) => choice === 'each' || transport === choice);
  const cost = costOf(wanted.length);
  // WebRTC asks no relay without them.
  if (!server.hasCredentials) return <p>{t('servers.call.no_credentials')}</p>;
  return (
    <form
      class="call-choice"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning && !isBusy) onStart(wanted);
      }}
    >
      <p class="quiet">
        {t('servers.call.hint')}{' '}
        {t(
          wanted.length > 1 ? 'servers.call.cost_each' : 'servers.call.cost',
          seconds(cost.seconds),
          kilobytes(cost.bytes),
        )}
      </p>
      <fieldset class="pills" disabled={isRunning}>
        <legend>{t('servers.call.transports')}</legend>
        {choices.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="transports"
              value={one}
              checked={one === choice}
              onChange={() => {
                chosen.value = one;
              }}
            />
            <span>{one === 'each' ? t('servers.call.each') : transportName(one)}</span>
          </label>
        ))}
      </fieldset>
      {/* One button that changes its words, so that the focus stays where it is. */}
      <button
        type={isRunning ? 'button' : 'submit'}
        class={isRunning ? 'button' : 'button button-main'}
        data-do={isRunning ? 'cancel' : 'call'}
        disabled={isBusy}
        aria-describedby={isBusy ? id : undefined}
        aria-label={isRunning || isAgain ? undefined : t('servers.call.start_of', server.name)}
        onClick={(event) => {
          if (!isRunning) return;
          // A call may end before the click does, and this button would be one that submits.
          event.preventDefault();
          onCancel();
        }}
      >
        {t(isRunning ? 'action.cancel' : isAgain ? 'servers.call.again' : 'servers.call.start')}
      </button>
      {isBusy && (
        <p class="quiet" id={id}>
          {t('servers.call.busy')}
        </p>
      )}
    </form>
  );
}
