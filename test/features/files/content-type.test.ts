import { describe, expect, test } from 'vitest';
import { detectType } from '../../../server/src/features/files/content-type.ts';
import { picture } from '../../support/picture.ts';

const refused = {
  reason: 'invalid_input',
  options: { issues: [{ pointer: '/file', code: 'unsupported_file' }] },
};
const fileOf = (content: BlobPart, type: string) => new File([content], 'name', { type });

describe('the type of an upload', () => {
  test.each(['png', 'jpeg', 'webp'] as const)('of a picture is found: %s', async (format) => {
    expect(await detectType(await picture({ format }))).toBe(`image/${format}`);
  });

  test.each([
    ['application/pdf', '%PDF-1.7\n'],
    ['audio/mpeg', new Uint8Array([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0, 0xff, 0xfb, 0x90, 0x64])],
    ['video/mp4', new Uint8Array([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70, 0x34, 0x32, 0, 0, 0, 0])],
    ['text/plain', 'Grüße, 門'],
    ['text/plain', '<?xml version="1.0"?><a/>'],
  ])('of %s is found by its content', async (type, content) => {
    expect(await detectType(fileOf(content, type))).toBe(type);
  });

  test('may carry a parameter, and may be unknown to the client', async () => {
    expect(await detectType(fileOf('text', 'text/plain; charset=utf-8'))).toBe('text/plain');
    expect(await detectType(fileOf('%PDF-1.7\n', 'application/octet-stream'))).toBe('application/pdf');
    expect(await detectType(fileOf('text', ''))).toBe('text/plain');
  });

  test.each([
    ['a picture called another picture', async () => fileOf(await picture(), 'image/jpeg')],
    ['a document called text', async () => fileOf('%PDF-1.7\n', 'text/plain')],
    ['text called HTML', async () => fileOf('<html>', 'text/html')],
    ['text with NUL', async () => fileOf('a\0b', 'text/plain')],
    ['text that is not UTF-8', async () => fileOf(new Uint8Array([0x61, 0xe9, 0x62]), 'text/plain')],
    ['text cut inside a character', async () => fileOf(new Uint8Array([0x61, 0xe9]), 'text/plain')],
    ['an archive', async () => fileOf(new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'application/zip')],
  ])('refuses %s', async (_, make) => {
    await expect(detectType(await make())).rejects.toMatchObject(refused);
  });
});
