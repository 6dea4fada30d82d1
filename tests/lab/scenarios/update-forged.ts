import { mirrors, serve } from '../faults/index.ts';
import { forged, signedByImpostor, signedByStranger } from '../feed/files.ts';
import { newer, unchangedBy } from '../feed/unchanged.ts';

export default unchangedBy(
  'Mirrors hold a newer edition that was changed after it was signed, or signed by somebody else: nothing changes.',
  [
    serve(mirrors('a'), forged(newer)),
    serve(mirrors('b'), signedByImpostor(newer)),
    serve(mirrors('c'), signedByStranger(newer)),
  ],
  { a: 'bad-signature', b: 'bad-signature', c: 'unknown-key' },
);
