import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { CALL_STAGES, type CallProgress, type CallTransport, type TestCall } from '../../../core/call/call.ts';
import type { OwnServer } from '../../../core/own/server.ts';
import { conclusionWords } from '../../call-words.ts';
import { t } from '../../text.ts';
import type { ServersActions, ServersModel } from '../model.ts';
import { stageKey } from '../words.ts';
import { CallChoice } from './CallChoice.tsx';
import { CallResult } from './CallResult.tsx';
import { CallRunning } from './CallRunning.tsx';
import { LastCalls } from './LastCalls.tsx';
import { over } from './words.ts';

interface Props {
  readonly server: OwnServer;
  readonly model: ServersModel;
  readonly actions: ServersActions;
}

interface Running {
  readonly transports: readonly CallTransport[];
  /** Null until something is heard of it. */
  readonly progress: CallProgress | null;
  cancel(): void;
}

/** A real call through the server's relay: what it takes, how far it is, what it found. */
export function CallPart({ server, model, actions }: Props) {
  const id = useId();
  const running = useSignal<Running | null>(null);
  const ended = useSignal<TestCall | null>(null);
  /** Null: not yet. */
  const isKept = useSignal<boolean | null>(null);
  const last = useSignal<readonly TestCall[]>([]);

  const network = model.network.value;
  const refresh = async () => {
    last.value = await actions.lastCalls(server.id).catch(() => []);
  };
  useEffect(() => void refresh(), [server.id, network]);
  const cancel = useRef(() => {});
  cancel.current = () => running.peek()?.cancel();
  // The server was removed: nobody waits for this call any more.
  useEffect(() => () => cancel.current(), []);

  async function start(transports: readonly CallTransport[]) {
    ended.value = null;
    isKept.value = null;
    const call = actions.startCall(server, transports, (progress) => {
      if (running.peek()) running.value = { transports, progress, cancel: call.cancel };
    });
    running.value = { transports, progress: null, cancel: call.cancel };
    const found = await call.ended;
    running.value = null;
    ended.value = found;
    isKept.value = await actions.keep(found).then(
      () => true,
      () => false,
    );
    await refresh();
  }

  const now = running.value;
  const found = ended.value;
  return (
    <section
      class="call"
      data-call={now ? 'running' : found ? 'ended' : 'idle'}
      data-conclusion={found?.conclusion}
      data-kept={String(isKept.value)}
      aria-labelledby={`${id} ${server.id}-name`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') now?.cancel();
      }}
    >
      <h3 id={id}>{t('servers.call.title')}</h3>
      <CallChoice
        server={server}
        isRunning={now !== null}
        isAgain={found !== null}
        isBusy={model.calling.value !== null && !now}
        onStart={(transports) => void start(transports)}
        onCancel={() => now?.cancel()}
      />
      {now && <CallRunning transports={now.transports} progress={now.progress} />}
      <p class="visually-hidden" role="status">
        {found ? conclusionWords(found) : now?.progress ? spokenStage(now.progress) : ''}
      </p>
      {found && <CallResult call={found} />}
      {isKept.value === false && <p role="alert">{t('servers.call.not_kept')}</p>}
      <LastCalls calls={last.value.filter(({ at }) => at !== found?.at)} />
    </section>
  );
}

/** The last stage that was reached. Changes with it, and only then: it is read aloud. */
function spokenStage({ transport, stage }: CallProgress): string {
  const reached = stage && CALL_STAGES[CALL_STAGES.indexOf(stage) - 1];
  return reached ? t('services.spoken', over(transport), t(stageKey(reached))) : over(transport);
}
