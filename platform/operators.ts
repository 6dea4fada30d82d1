import { browser } from 'wxt/browser';
import { type Operators, openOperators } from '../core/network/operators.ts';

let operators: Promise<Operators> | null = null;

/**
 * The table that names networks, read from the extension's own files at its first use.
 *
 * @throws Error when it can't be read; the network is then one without a name
 */
export function loadOperators(): Promise<Operators> {
  operators ??= load().catch((cause: unknown) => {
    // What failed once may work the next time.
    operators = null;
    throw new Error('The table of networks can’t be read', { cause });
  });
  return operators;
}

async function load(): Promise<Operators> {
  const { body } = await fetch(browser.runtime.getURL('/operators.bin.gz'));
  if (body === null) throw new Error('The file is empty');
  const table = new Response(body.pipeThrough(new DecompressionStream('gzip')));
  return openOperators(new Uint8Array(await table.arrayBuffer()));
}
