import fs from 'node:fs';
import https from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Certificate } from './certificates';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'application/xml; charset=utf-8',
};

/** Address prefix -> folder it shows, or address -> file, or address -> answer. The longest prefix wins. */
export interface Routes {
  readonly folders: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, (response: ServerResponse) => void>>;
}

export interface RunningServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves files over HTTPS to this machine alone: it listens on the loopback interface and answers only requests
 * that name localhost, so that no page from elsewhere can reach it under a name of its own. `port` 0 = any free one.
 */
export async function serve(
  routes: Routes,
  { certificate, port }: { readonly certificate: Certificate; readonly port: number },
): Promise<RunningServer> {
  const server = https.createServer({ ...certificate }, (request, response) => {
    answer(routes, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== 'localhost' && host !== '127.0.0.1') return fail(response, 421, 'Not this host');
  if (request.method !== 'GET' && request.method !== 'HEAD') return fail(response, 405, 'Only GET');
  let address: string;
  try {
    address = decodeURIComponent(new URL(request.url ?? '/', 'https://localhost').pathname);
  } catch {
    return fail(response, 400, 'Bad address');
  }
  const own = routes.answers[address];
  if (own) return own(response);
  const file = fileOf(routes, address);
  const size = file === undefined ? undefined : fs.statSync(file, { throwIfNoEntry: false });
  if (file === undefined || !size?.isFile()) return fail(response, 404, `No such file: ${address}`);
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': size.size,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else fs.createReadStream(file).pipe(response);
}

function fileOf({ folders, files }: Routes, address: string): string | undefined {
  const file = files[address];
  if (file !== undefined) return file;
  const prefix = Object.keys(folders)
    .filter((each) => address.startsWith(each))
    .sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return undefined;
  const folder = path.resolve(folders[prefix]!);
  const target = path.resolve(folder, `.${path.posix.sep}${address.slice(prefix.length)}`);
  return target.startsWith(folder + path.sep) ? target : undefined;
}

function fail(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
