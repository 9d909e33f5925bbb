import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it, describe as suite } from 'vitest';
import { describeApi, descriptionFolder } from '../../../server/src/description.ts';
import type { OpenApiDocument } from '../../../server/src/engine/openapi/openapi.ts';
import { describe } from '../../../server/src/engine/operations/describe.ts';
import { appRouter } from '../../../server/src/router.ts';

let files: Readonly<Record<string, string>>;
let document: OpenApiDocument;
const operations = await describe(appRouter);

beforeAll(async () => {
  files = await describeApi();
  document = JSON.parse(files['openapi.json'] ?? '');
});

suite('shared/api', () => {
  it.each(['openapi.json', 'api.lock'])(
    '%s is what the router says now (else: pnpm generate)',
    async (name) => {
      expect(await readFile(join(descriptionFolder, name), 'utf8')).toBe(files[name]);
    },
  );

  it('the lock has one line an operation, sorted', () => {
    const lines = files['api.lock']?.trimEnd().split('\n') ?? [];
    expect(lines).toHaveLength(operations.length);
    expect(lines).toEqual(lines.toSorted());
    expect(lines).toContain('PUT /posts/{id} posts.update user → Post ! not_found version_conflict');
  });
});

suite('the document', () => {
  it('has every operation, each with a summary of its own', () => {
    const described = Object.values(document.paths).flatMap((item) => Object.values(item));
    const routed = operations.filter(({ rest }) => rest).map(({ id }) => id);
    expect(described.map(({ operationId }) => operationId).toSorted()).toEqual(routed.toSorted());
    for (const { operationId, summary } of described) expect(summary, operationId).not.toBe(operationId);
    expect(Object.keys(document['x-rpc'].procedures).toSorted()).toEqual(
      operations.map(({ id }) => id).toSorted(),
    );
  });

  it('every reference leads somewhere, and every component is referred to', () => {
    const text = JSON.stringify(document);
    const references = new Set(Array.from(text.matchAll(/"(#\/components\/[^"]+)"/g), ([, ref = '']) => ref));
    const { securitySchemes: _, ...referable } = document.components;
    const components = Object.entries(referable).flatMap(([kind, group]) =>
      Object.keys(group).map((name) => `#/components/${kind}/${name}`),
    );
    expect([...references].toSorted()).toEqual(components.toSorted());
  });

  it('outputs stay open to new fields', () => {
    for (const response of Object.values(document.paths).flatMap((item) => Object.values(item))) {
      expect(JSON.stringify(response.responses)).not.toContain('"additionalProperties":false');
    }
    expect(JSON.stringify(document.components.schemas)).not.toContain('"additionalProperties":false');
  });
});
