import { spawn } from 'node:child_process';
import path from 'node:path';

export interface WorkbenchServer {
  readonly address: string;
  stop(): Promise<void>;
}

const PROBE = path.join('test', 'e2e', 'fixtures', 'addin');

/**
 * Starts the workbench as `npm start` does, built once, on a free port. `addin` is the folder of a built add-in; left
 * out, a page that does nothing but answer tests. `own` takes the project's add-in
 * as it is built for Office.
 */
export async function startWorkbench(
  options: { addin?: string; own?: boolean } = {},
): Promise<WorkbenchServer> {
  const addin = options.own ? ['--release'] : ['--addin', options.addin ?? PROBE];
  const server = spawn(
    process.execPath,
    ['scripts/run.mjs', 'scripts/workbench/server.ts', '--once', '--port', '0', ...addin],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (data: Buffer): void => {
      said += data.toString();
      const found = /https:\/\/localhost:\d+\//.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => reject(new Error(`the workbench did not start:\n${said}`)));
  });
  return {
    address,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}
