import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { documentAt } from './feeds.ts';
import { mannersByHost } from './peculiar.ts';
import { plan } from './plan.ts';
import type { RequestSeen, World } from './state.ts';
import { PORTAL_NAME } from './zone.ts';

/** About the weight of a front page after compression: a product that reads whole pages pays for them here too. */
const PAGE = `<!doctype html><title>A page</title>${'<p>Words, words, words.</p>'.repeat(800)}`;

/** Every host of the catalogue, on both schemes. */
export function pages(world: World, scheme: 'http' | 'https'): RequestListener {
  const manners = mannersByHost();
  return (request, response) => {
    const host = note(world, scheme, request);
    const url = new URL(request.url ?? '/', `${scheme}://${host || 'unnamed'}`);
    if (manners.get(host) === 'not-http') return void request.socket.destroy();
    const fault = world.state.web[host];
    if (fault?.status !== undefined) return send(response, fault.status, 'text/html', fault.body ?? '');

    const document = scheme === 'https' ? documentAt(host, url, world.state) : null;
    if (document) {
      response.setHeader('access-control-allow-origin', '*');
      return send(response, 200, document.type, document.body);
    }
    const known = plan().web.find((page) => page.host === host && page.kind === scheme && page.path === url.pathname);
    if (scheme === 'http' && !known) {
      response.setHeader('location', `https://${host}${request.url}`);
      return send(response, 301, 'text/html', '');
    }
    const status = Number(/^\d{3}/.exec(known?.expect ?? '')?.[0] ?? 200);
    if (known?.text !== undefined) return send(response, status, 'text/plain', `${known.text}\n`);
    return send(response, status, 'text/html', status === 200 ? PAGE : '');
  };
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
    response.setHeader('location', `http://${PORTAL_NAME}/login`);
    return send(response, 302, 'text/html', '');
  };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  // Tests look for these coming back: a check has no business with cookies.
  response.writeHead(status, { 'content-type': type, 'set-cookie': 'lab=1; Path=/', 'cache-control': 'no-store' });
  response.end(body);
}

/** Logs the request, and returns the host it is for, without port. */
export function note(world: World, scheme: RequestSeen['scheme'], request: IncomingMessage): string {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  world.requests.push({ at: Date.now(), scheme, host, method: request.method ?? '', path: request.url ?? '', headers });
  return host;
}
