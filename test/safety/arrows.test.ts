import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cycles, dangling, type Import, importsOf } from '../support/import-graph.ts';
import { filesOf } from '../support/repository.ts';

const imports = importsOf('{server,client,shared,web}/**/*.{ts,tsx}');
const own = imports.filter(({ to }) => /^(?:server|client|shared|web|test)\//.test(to));

/** Imports that leave `from` for a place which `allowed` does not name. */
function astray(from: RegExp, allowed: readonly RegExp[]): string[] {
  return own
    .filter((edge) => from.test(edge.from) && !allowed.some((place) => place.test(edge.to)))
    .map(show);
}

const show = ({ from, to, kind }: Import): string => `${from} → ${to} (${kind})`;

test('the graph is the real one', () => {
  expect(filesOf('server/src/**/*.ts').length).toBeGreaterThan(50);
  expect(own.length).toBeGreaterThan(200);
  expect(dangling(imports).map(show)).toEqual([]);
});

describe('between the packages', () => {
  test('shared imports only shared', () => {
    expect(astray(/^shared\//, [/^shared\//])).toEqual([]);
  });

  test('the server imports only the server and shared', () => {
    expect(astray(/^server\//, [/^server\//, /^shared\/src\//])).toEqual([]);
  });

  test('the client imports only the client and shared', () => {
    expect(astray(/^client\//, [/^client\//, /^shared\/src\//])).toEqual([]);
  });

  test('the web imports only the web, the client and shared', () => {
    expect(astray(/^web\//, [/^web\//, /^client\/src\//, /^shared\/src\//])).toEqual([]);
  });

  test('nothing of the web or the client sees a driver, a server library or the server itself', () => {
    const packages = /^(?:node:|fastify|@fastify\/|drizzle-orm|postgres$|lucia|pino)/;
    const reaching = imports.filter(
      ({ from, to }) => /^(?:web|client|shared)\/src\//.test(from) && packages.test(to),
    );
    expect(reaching.map(show)).toEqual([]);
  });
});

describe('inside the server', () => {
  const src = (path: string) => new RegExp(`^server/src/${path}`);
  const shared = /^shared\/src\//;

  test('the engine imports neither a feature nor the database nor what puts the server together', () => {
    expect(astray(src('engine/'), [src('engine/'), shared])).toEqual([]);
  });

  test('the engine of procedures and operations does not know Fastify', () => {
    const inner = /^server\/src\/engine\/(?!http\/)/;
    const fastify = imports.filter(
      ({ from, to }) => inner.test(from) && /^@?fastify(?:\/(?!busboy)|$)/.test(to),
    );
    expect(fastify.map(show)).toEqual([]);
  });

  test('the database knows no feature', () => {
    const commands = src('db/commands/');
    expect(
      astray(/^server\/src\/db\/(?!commands\/)/, [src('db/'), src('engine/'), src('config'), shared]),
    ).toEqual([]);
    expect(own.filter(({ to }) => commands.test(to) && !to.includes('/commands/')).map(show)).toEqual([]);
  });

  test('configuration stands alone', () => {
    expect(astray(src('config'), [src('config')])).toEqual([]);
  });

  test('a feature imports features, the engine, the database and shared', () => {
    expect(astray(src('features/'), [src('features/'), src('engine/'), src('db/'), shared])).toEqual([]);
  });

  test('the router imports only routers of features and the engine', () => {
    expect(astray(src('router\\.ts'), [src('features/[^/]+/[^/]+\\.router\\.ts$'), src('engine/')])).toEqual(
      [],
    );
  });

  test('nothing imports main, and only main, its helpers and commands import the app', () => {
    const entries = /^server\/src\/(?:main|dev|describe)\.ts$|^server\/src\/db\/commands\//;
    expect(own.filter(({ from, to }) => entries.test(to) && !from.includes('/commands/')).map(show)).toEqual(
      [],
    );
    const ofApp = own.filter(({ to }) => to === 'server/src/app.ts').map(({ from }) => from);
    expect(ofApp).toEqual(['server/src/process.ts']);
  });
});

describe('between the features of the server', () => {
  const tableOf = (name: string) => `server/src/features/${name}/${name}.table.ts`;
  const featureOf = (path: string) => /^server\/src\/features\/([^/]+)\//.exec(path)?.[1];
  const across = own.filter(({ from, to }) => {
    const [user, used] = [featureOf(from), featureOf(to)];
    return user !== undefined && used !== undefined && user !== used;
  });

  test('one is used through its service; a table may refer to a table', () => {
    const aside = across.filter(({ from, to }) => {
      const bothTables = from.endsWith('.table.ts') && to.endsWith('.table.ts');
      return !to.endsWith('.service.ts') && !bothTables;
    });
    expect(aside.map(show)).toEqual([]);
  });

  test('every use has one direction', () => {
    const uses = across.map(
      ({ from, to }): Import => ({ from: featureOf(from) ?? '', to: featureOf(to) ?? '', kind: 'value' }),
    );
    expect(cycles(uses)).toEqual([]);
  });

  test('every feature has a router and a service of its own name, and so is called its table where it keeps anything', () => {
    const code = filesOf('server/src/features/*/*.ts');
    const features = new Set(code.map((path) => path.split('/')[3] ?? ''));
    const expected = [...features].flatMap((name) =>
      ['router', 'service'].map((role) => `server/src/features/${name}/${name}.${role}.ts`),
    );
    expect(code).toEqual(expect.arrayContaining(expected));
    const tables = code.filter((path) => path.endsWith('.table.ts'));
    const aside = tables.filter((path) => path !== tableOf(path.split('/')[3] ?? ''));
    expect(aside).toEqual([]);
  });
});

describe('inside the web', () => {
  const src = (path: string) => new RegExp(`^web/src/${path}`);
  const outside = [/^client\/src\//, /^shared\/src\//];

  test('a feature imports itself, ui and lib; features meet only in app', () => {
    const features = new Set(filesOf('web/src/features/**/*').map((path) => path.split('/')[3] ?? ''));
    expect(features.size).toBeGreaterThan(2);
    for (const name of features) {
      const itself = src(`features/${name}/`);
      expect(astray(itself, [itself, src('ui/'), src('lib/'), ...outside])).toEqual([]);
    }
  });

  test('ui and lib import neither features nor app, and lib no ui', () => {
    expect(astray(src('ui/'), [src('ui/'), src('lib/'), ...outside])).toEqual([]);
    expect(astray(src('lib/'), [src('lib/'), ...outside])).toEqual([]);
  });

  test('the app is imported by nothing but itself', () => {
    expect(own.filter(({ from, to }) => src('app/').test(to) && !src('app/').test(from)).map(show)).toEqual(
      [],
    );
  });
});

describe('cycles', () => {
  test('no file reaches itself through imports that run', () => {
    expect(cycles(imports.filter(({ kind }) => kind === 'value'))).toEqual([]);
  });

  test('no file reaches itself through types', () => {
    expect(cycles(imports.filter(({ kind }) => kind !== 'lazy'))).toEqual([]);
  });

  test('a cycle is found where there is one', () => {
    const edge = (from: string, to: string): Import => ({ from, to, kind: 'value' });
    const ring = [edge('a', 'b'), edge('b', 'c'), edge('c', 'b'), edge('c', 'd'), edge('d', 'e')];
    expect(cycles(ring)).toEqual([['b', 'c']]);
  });
});

test('relative imports name files of the repository by their extension', () => {
  const bare = own.filter(({ to }) => posix.extname(to) === '');
  expect(bare.map(show)).toEqual([]);
});
