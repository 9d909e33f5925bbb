/** A real nginx, as Debian's `nginx-light` installs it, with a configuration as a document has it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasProgram } from './debian.ts';

/** Whether this machine has it. */
export const hasNginx = hasProgram('nginx', '-v') && hasProgram('openssl', 'version');

/** A proxy on 127.0.0.1. */
export interface Nginx extends AsyncDisposable {
  /** The certificate that it shows. */
  readonly certificate: string;
  /** What it has complained about. */
  complaints(): string;
}

/**
 * Starts it in the foreground, all of it in a folder of its own.
 * @param site takes the paths of a certificate of that name and of its key; answers the configuration that is included in `http`
 */
export async function startNginx(
  name: string,
  site: (certificate: string, key: string) => string,
): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-nginx-'));
  const [certificate, key, configuration] = ['site.pem', 'site.key', 'nginx.conf'].map((file) =>
    join(folder, file),
  ) as [string, string, string];
  makeCertificate(name, certificate, key);
  await writeFile(configuration, around(site(certificate, key), folder));
  const child = spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', configuration]);
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => {
    complaints += text;
  });
  const ended = once(child, 'close');
  return {
    certificate,
    complaints: () => complaints,
    async [Symbol.asyncDispose]() {
      child.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function around(site: string, folder: string): string {
  const spool = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  // Who starts as root would work as somebody who may not write there.
  const user = process.getuid?.() === 0 ? 'user root;\n' : '';
  return `${user}daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events {}
http {
access_log off;
${spool.join('\n')}
${site}
}
`;
}

function makeCertificate(name: string, certificate: string, key: string): void {
  const options = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`];
  const names = ['-addext', `subjectAltName=DNS:${name}`];
  const made = spawnSync('openssl', ['req', ...options, ...names, '-keyout', key, '-out', certificate]);
  if (made.status !== 0) throw new Error(`No certificate was made: ${made.stderr}`);
}
