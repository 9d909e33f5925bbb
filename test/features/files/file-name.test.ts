import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeFileName } from '../../../server/src/features/files/file-name.ts';

describe('a stored name', () => {
  test.each([
    ['../../etc/passwd', 'passwd.txt'],
    ['C:\\Windows\\evil.txt', 'evil.txt'],
    ['notes.md', 'notes.md'],
    ['NOTES.TXT', 'NOTES.txt'],
    ['run.bat', 'run.bat.txt'],
    ['page.html', 'page.html.txt'],
    ['report\u202Etxt.exe', 'reporttxt.exe.txt'],
    ['a\0b\r\nc.txt', 'abc.txt'],
    ['  .hidden. ', 'hidden.txt'],
    ['CON?<>.csv', 'CON.csv'],
    ['', 'file.txt'],
    ['.txt', 'txt.txt'],
    ['/', 'file.txt'],
  ])('of %j is %j', (name, stored) => {
    expect(safeFileName(name, 'text/plain')).toBe(stored);
  });

  test('of a picture opens as a picture', () => {
    expect(safeFileName('holiday.exe', 'image/png')).toBe('holiday.exe.png');
    expect(safeFileName('holiday.JPEG', 'image/jpeg')).toBe('holiday.jpeg');
  });

  test('of any name is one plain line without path, and not too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const stored = safeFileName(name, 'application/pdf');
        expect(stored).toMatch(/^[^\p{Cc}/\\<>:"|?*]+\.pdf$/u);
        expect(stored.isWellFormed()).toBe(true);
        expect(stored.length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
