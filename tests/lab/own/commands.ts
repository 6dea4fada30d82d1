import type { TestCall } from '../../../core/call/call.ts';
import type { CheckDocument } from '../../../scripts/check/document.ts';
import type { CallStep, ServerWish } from './scenario.ts';

/** What the lab tells the browser in its client to do, and what comes back: a line of JSON each. */
export type Command =
  | { readonly do: 'add'; readonly server: ServerWish }
  | { readonly do: 'call'; readonly over: CallStep['call']; readonly leave?: CallStep['leave'] }
  /** The round that follows a call. */
  | { readonly do: 'next round' }
  | { readonly do: 'rounds'; readonly count: number }
  | { readonly do: 'test' }
  | { readonly do: 'look for'; readonly secrets: readonly string[] }
  | { readonly do: 'end' };

export interface Answers {
  add: { readonly id: string };
  call: { readonly conclusion: string | null; readonly kept: TestCall | null };
  'next round': CheckDocument;
  rounds: CheckDocument;
  test: { readonly text: string };
  /** Where secrets were found. */
  'look for': readonly string[];
  end: null;
}

export type Answer<Name extends Command['do']> = Answers[Name];
export type Reply = { readonly done: unknown } | { readonly failed: string };
