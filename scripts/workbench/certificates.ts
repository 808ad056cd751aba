import fs from 'node:fs';
import path from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';

const DAYS = 365;
const RENEW_BEFORE_MS = 7 * 24 * 3600 * 1000;

export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
}

/**
 * The self-signed certificate for localhost, kept in `folder` and made when there is none or it is about to run
 * out. Nothing is entered in any trust store: the browser asks once.
 */
export async function localCertificate(folder: string): Promise<Certificate> {
  const [authority, cert, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  if (!isFresh(cert) || !fs.existsSync(key)) {
    const say = console.log;
    console.log = () => undefined;
    try {
      await generateCertificates(authority, cert, key, DAYS, ['localhost', '127.0.0.1']);
    } finally {
      console.log = say;
    }
  }
  return { key: fs.readFileSync(key), cert: fs.readFileSync(cert) };
}

function isFresh(file: string): boolean {
  const made = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && made + DAYS * 24 * 3600 * 1000 - RENEW_BEFORE_MS > Date.now();
}
