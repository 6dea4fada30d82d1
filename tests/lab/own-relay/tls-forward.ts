import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { connect } from 'node:tls';

/** Takes TCP connections and carries each on over TLS to port 443 of a host, whose certificate has to be right. */
const [port = '', host = '', authority = ''] = process.argv.slice(2);
const ca = readFileSync(authority);

createServer((near) => {
  const far = connect({ host, port: 443, servername: host, ca });
  near.on('error', () => far.destroy()).on('close', () => far.destroy());
  far.on('error', () => near.destroy()).on('close', () => near.destroy());
  near.pipe(far).pipe(near);
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));
process.stdin.on('end', () => process.exit()).resume();
