import { t } from '../text.ts';
import { Facts } from './Facts.tsx';
import type { ContextModel } from './model.ts';
import { Opinion } from './Opinion.tsx';
import { Where } from './Where.tsx';

/** The whole page: which country, what others have measured lately, and the record, which may be long. */
export const Context = ({ model }: { readonly model: ContextModel }) => (
  <>
    <header class="page-head">
      <img class="logo" src="/icon/96.png" alt="" />
      <h1>{t('context.title')}</h1>
    </header>
    <main>
      <p>{t('context.intro')}</p>
      <Where model={model} />
      <Opinion model={model.opinion} />
      <Facts model={model} />
    </main>
  </>
);
