import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { OPERATORS_FILE } from '../../core/network/operators/files.ts';
import { openDriver } from './open-driver.ts';
import { EXTENSION } from './under-test.ts';

test('An extension page reads the table of networks, whole, from the extension', async () => {
  const driver = await openDriver();
  try {
    const page = await driver.openPage('popup.html');
    const read = await page.evaluate(async () => {
      const { body } = await fetch('/operators.bin.gz');
      const table = await new Response(body?.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
      return { length: table.byteLength, magic: new TextDecoder().decode(table.slice(0, 4)) };
    });
    const shipped = gunzipSync(readFileSync(join(EXTENSION, OPERATORS_FILE)));
    expect(read).toEqual({ length: shipped.length, magic: 'RNO1' });
  } finally {
    await driver.close();
  }
});
