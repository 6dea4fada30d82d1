import { mirrors, serve } from '../faults/index.ts';
import { expired, misshapen, notYet } from '../feed/files.ts';
import { newer, unchangedBy } from '../feed/unchanged.ts';

const { serial } = newer;

export default unchangedBy(
  'Mirrors hold editions that are not for now, or of another shape: nothing changes.',
  [serve(mirrors('a'), expired(serial)), serve(mirrors('b'), notYet(serial)), serve(mirrors('c'), misshapen(serial))],
  { a: 'expired', b: 'not-yet', c: 'wrong-shape' },
);
