import { hostileAnswer, mirrors, redirectTo } from '../faults/index.ts';
import { unchangedBy } from '../feed/unchanged.ts';

export default unchangedBy(
  'Mirrors send without end, or what unpacks to 100 MB, or lead elsewhere: they are left, and nothing changes.',
  [hostileAnswer(mirrors('a'), 'endless-body'), hostileAnswer(mirrors('b'), 'zip-bomb'), redirectTo(mirrors('c'), 'a')],
  { a: 'too-large', b: 'too-large', c: 'redirected' },
);
