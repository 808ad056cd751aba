import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--ignore-certificate-errors',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--no-proxy-server',
];

/** The browser of this machine, if there is one on the path. */
export function installedChromium(): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(path.delimiter)];
  for (const folder of folders) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      if (folder !== '' && fs.existsSync(file)) return file;
    }
  }
  return undefined;
}

/** The browser shipped in an npm package, unpacked to the machine's folder for temporary files. */
export async function shippedChromium(): Promise<{ executable: string; args: readonly string[] }> {
  const { default: shipped } = await import('@sparticuz/chromium');
  return { executable: await shipped.executablePath(), args: shipped.args };
}

/** Starts the installed browser, or the shipped one where there is none (or `shipped` asks for it). */
export async function launchBrowser({ shipped = false } = {}): Promise<Browser> {
  const installed = shipped ? undefined : installedChromium();
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ARGUMENTS });
  const { executable, args } = await shippedChromium();
  return chromium.launch({ executablePath: executable, args: [...args, ...ARGUMENTS] });
}
