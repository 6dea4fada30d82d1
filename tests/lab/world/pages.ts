import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { OONI_HOST } from '../../../core/ooni/opinion.ts';
import { untwin } from '../addresses.ts';
import { documentAt } from './feeds.ts';
import { answerHostilely } from './hostile.ts';
import { answerAsMirror, isMirror, openToAll } from './mirrors.ts';
import { aggregationApi, measuredUntil } from './ooni.ts';
import { mannersByHost } from './peculiar.ts';
import { hostAt, plan } from './plan.ts';
import type { RequestSeen, World } from './state.ts';
import { PORTAL_NAME } from './zone.ts';

/** About the weight of a front page after compression: a product that reads whole pages pays for them here too. */
const PAGE = `<!doctype html><title>A page</title>${'<p>Words, words, words.</p>'.repeat(800)}`;

/** Tests look for it coming back: a check has no business with cookies. */
const COOKIE = 'lab=1; Path=/';

/** Every host of the catalogue, on both schemes. */
export function pages(world: World, scheme: 'http' | 'https'): RequestListener {
  return (request, response) => pageOf(world, scheme, note(world, scheme, request))(request, response);
}

const ooni = aggregationApi(() => measuredUntil(Date.now()));

export function pageOf(world: World, scheme: 'http' | 'https', host: string): RequestListener {
  return (request, response) => {
    // Led here by a false answer of the resolver, while another host lives here.
    if ((hostAt(request.socket.localAddress ?? '') ?? host) !== host) return send(response, 421, 'text/plain', '');
    if (mannersByHost().get(host) === 'not-http') return void request.socket.destroy();
    const url = new URL(request.url ?? '/', `${scheme}://${host || 'unnamed'}`);
    openToAll(response, host, world.state);
    const { status, body, location, loops = 0, hostile } = world.state.web[host] ?? {};
    const loop = Number(url.searchParams.get('loop') ?? 0);
    if (loop < loops) return redirect(response, `${url.pathname}?loop=${loop + 1}`);
    if (location !== undefined) return redirect(response, location);
    if (hostile) return answerHostilely(response, hostile);
    if (status !== undefined) return send(response, status, 'text/html', body ?? '');

    if (scheme === 'https' && isMirror(host)) return answerAsMirror(request, response, world.state.mirrors[host]);

    // As on Cloudflare's hosts. No header allows everybody to read it.
    if (scheme === 'https' && url.pathname === '/cdn-cgi/trace' && host === 'cp.cloudflare.com')
      return send(response, 200, 'text/plain', trace(host, request));

    if (scheme === 'https' && host === OONI_HOST && url.pathname === '/api/v1/aggregation') {
      response.setHeader('set-cookie', COOKIE);
      return ooni(request, response);
    }

    const document = scheme === 'https' ? documentAt(host, url, world.state) : null;
    if (document) {
      if (!document.closed) response.setHeader('access-control-allow-origin', '*');
      return send(response, 200, document.type, document.body);
    }
    const known = plan().web.find((page) => page.host === host && page.kind === scheme && page.path === url.pathname);
    if (scheme === 'http' && !known) {
      response.setHeader('location', `https://${host}${request.url}`);
      return send(response, 301, 'text/html', '');
    }
    const healthy = Number(/^\d{3}/.exec(known?.expect ?? '')?.[0] ?? 200);
    if (known?.text !== undefined) return send(response, healthy, 'text/plain', `${known.text}\n`);
    return send(response, healthy, 'text/html', healthy === 200 ? PAGE : '');
  };
}

/** What Cloudflare says of a request: who it came from, among other things. */
function trace(host: string, { socket, headers }: IncomingMessage): string {
  const ip = untwin(socket.remoteAddress ?? '');
  const said = {
    h: host,
    ip,
    ts: Date.now() / 1000,
    uag: headers['user-agent'],
    loc: 'MA',
    tls: 'TLSv1.3',
    warp: 'off',
  };
  return Object.entries(said)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

/** The operator's page that stands where the site should be. */
export function blockPage(world: World, scheme: 'http' | 'https'): RequestListener {
  return (request, response) => {
    note(world, scheme, request);
    send(response, 451, 'text/html', '<!doctype html><title>Blocked</title><h1>This service is not available</h1>');
  };
}

/** The hotel's: everybody is sent to the page where one signs in. */
export function portal(world: World, scheme: 'http' | 'https'): RequestListener {
  return (request, response) => {
    const host = note(world, scheme, request);
    if (host === PORTAL_NAME)
      return send(response, 200, 'text/html', '<!doctype html><title>Sign in</title><form></form>');
    return redirect(response, `http://${PORTAL_NAME}/login`);
  };
}

function redirect(response: ServerResponse, location: string): void {
  response.setHeader('location', location);
  send(response, 302, 'text/html', '');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'set-cookie': COOKIE, 'cache-control': 'no-store' });
  response.end(body);
}

/** Logs the request, and returns the host it is for, without port. */
export function note(world: World, scheme: RequestSeen['scheme'], request: IncomingMessage): string {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  world.requests.push({ at: Date.now(), scheme, host, method: request.method ?? '', path: request.url ?? '', headers });
  return host;
}
