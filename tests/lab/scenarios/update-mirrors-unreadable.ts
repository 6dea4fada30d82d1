import { badCertificate, hostileAnswer, mirrors, serve } from '../faults/index.ts';
import { fresh, withoutCors } from '../feed/files.ts';
import { newer, unchangedBy } from '../feed/unchanged.ts';

export default unchangedBy(
  'Mirrors hold a newer edition that no page elsewhere may read, or show a certificate that nobody trusts: nothing changes.',
  [
    serve(mirrors('a'), withoutCors(fresh(newer))),
    serve(mirrors('b', 'c'), fresh(newer)),
    badCertificate(mirrors('b'), 'untrusted'),
    hostileAnswer(mirrors('c'), 'huge-header'),
  ],
  { a: 'unreachable', b: 'unreachable', c: 'unreachable' },
);
