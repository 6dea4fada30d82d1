import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OwnServer } from '../../core/own/server.ts';
import type { Failure } from '../model.ts';
import { Notice } from '../Notice.tsx';
import { t } from '../text.ts';
import { Empty } from './Empty.tsx';
import type { Access, ServersActions, ServersModel } from './model.ts';
import { ServerCard } from './ServerCard.tsx';
import type { ServerForm } from './ServerForm.tsx';

interface Props {
  readonly model: ServersModel;
  readonly actions: ServersActions;
}

/** The one form that is open: for a new server, or in place of one. */
interface Editing {
  readonly server: OwnServer | null;
  readonly access: Access | null;
  /** Its code, which few visits need. */
  readonly Form: typeof ServerForm;
}

/** The whole page: servers in the person's order, and a form to add one. */
export function ServersPage({ model, actions }: Props) {
  const page = useRef<HTMLElement>(null);
  const editing = useSignal<Editing | null>(null);
  const failure = useSignal<Failure | null>(null);
  const said = useSignal('');
  const servers = model.servers.value;

  // The focus goes with what replaces what it was on: a selector to look for once the page has changed.
  const next = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const found = next.current.map((selector) => page.current?.querySelector<HTMLElement>(selector)).find(Boolean);
    if (!found) return;
    next.current = [];
    found.focus();
  });
  const moved = useRef<{ readonly id: string; readonly by: -1 | 1 } | null>(null);
  useLayoutEffect(() => {
    const { id, by } = moved.current ?? {};
    moved.current = null;
    const place = servers.findIndex((server) => server.id === id);
    const server = servers[place];
    if (!server) return;
    // What moves loses the focus. At the end of the list only the way back is open.
    for (const deed of by === -1 ? ['down', 'up'] : ['up', 'down'])
      page.current?.querySelector<HTMLElement>(`[data-server="${id}"] [data-do=${deed}]:not(:disabled)`)?.focus();
    said.value = t('servers.moved', server.name, place + 1, servers.length);
  }, [servers]);
  const close = (saved: OwnServer | null) => {
    const id = saved?.id ?? editing.peek()?.server?.id;
    next.current = id ? [`[data-server="${id}"] ${saved ? 'h2' : '[data-do=edit]'}`] : ['[data-do=add]'];
    if (saved) said.value = t('servers.saved', saved.name);
    editing.value = null;
  };

  async function attempt(deed: () => Promise<void>): Promise<void> {
    failure.value = null;
    try {
      await deed();
    } catch {
      failure.value = { retry: () => void attempt(deed) };
    }
  }

  const edit = (server: OwnServer | null) =>
    attempt(async () => {
      const access = server && (await actions.accessOf(server.id).catch(() => null));
      const { ServerForm: Form } = await import('./ServerForm.tsx');
      said.value = '';
      editing.value = { server, access, Form };
    });
  const move = ({ id }: OwnServer, by: -1 | 1) =>
    attempt(async () => {
      moved.current = { id, by };
      await actions.move(id, by);
    });
  const remove = ({ id, name }: OwnServer, index: number) =>
    attempt(async () => {
      await actions.remove(id);
      const after = servers[index + 1] ?? servers[index - 1];
      next.current = [...(after ? [`[data-server="${after.id}"] h2`] : []), '[data-do=add]'];
      said.value = t('servers.removed', name);
    });

  const form = ({ server, access, Form }: Editing) => (
    <Form
      key={server?.id}
      server={server}
      access={access}
      model={model}
      actions={actions}
      onSaved={close}
      onClose={() => close(null)}
    />
  );
  const open = editing.value;
  return (
    <>
      <header class="page-head">
        <img class="logo" src="/icon/96.png" alt="" />
        <h1>{t('servers.title')}</h1>
      </header>
      <main ref={page}>
        <p>{t('servers.intro')}</p>
        {failure.value && (
          <Notice
            title={t('servers.failed')}
            hint={t('servers.failed_hint')}
            action={t('action.retry')}
            onAction={failure.value.retry}
          />
        )}
        {!model.agreed.value && <ConsentFirst />}
        <p class="said" role="status">
          {said.value}
        </p>
        {servers.length === 0 && !open && <Empty />}
        {servers.map((server, index) =>
          open?.server?.id === server.id ? (
            form(open)
          ) : (
            <ServerCard
              key={server.id}
              server={server}
              place={{ isFirst: index === 0, isLast: index === servers.length - 1 }}
              isTarget={model.target.value === server.id}
              model={model}
              actions={actions}
              onEdit={() => void edit(server)}
              onMove={(by) => void move(server, by)}
              onRemove={() => void remove(server, index)}
            />
          ),
        )}
        {open?.server === null && form(open)}
        {!open && model.agreed.value && (
          <button
            type="button"
            class={servers.length === 0 ? 'button button-main' : 'button'}
            data-do="add"
            onClick={() => void edit(null)}
          >
            {t('servers.add')}
          </button>
        )}
      </main>
    </>
  );
}

/** Nothing may be contacted yet. */
const ConsentFirst = () => (
  <section class="notice">
    <div>
      <h2>{t('servers.consent')}</h2>
      <p>{t('servers.consent_hint')}</p>
      <a class="button" href="/welcome.html">
        {t('consent.open')}
      </a>
    </div>
  </section>
);
