import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Mail, mailFile } from './mail-file.ts';

const writtenAt = new Date('2026-11-22T01:02:03Z');
const welcome: Mail = {
  from: { name: 'Lin Yue', address: 'lin@example.com' },
  to: [{ name: 'Mei Lin', address: 'mei@harbor.example' }],
  subject: 'Welcome',
  text: 'Hello Mei\n\nI am Lin.',
};

/** Reads a message as a mail program does: unfolds headers, decodes words and the body. */
async function read(mail: Mail) {
  const raw = Buffer.from(await mailFile(mail, { writtenAt })).toString('latin1');
  const at = raw.indexOf('\r\n\r\n');
  const headers = new Map(
    raw
      .slice(0, at)
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), decoded(line.slice(colon + 1).trim())];
      }),
  );
  const body = raw.slice(at + 4);
  const text =
    headers.get('content-transfer-encoding') === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : body;
  return { raw, headers, text };
}

function decoded(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : Buffer.from(
            word
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
            'latin1',
          ).toString('utf8'),
    );
}

test('names sender and receiver, subject, day and how it is written, and opens as a draft', async () => {
  const { headers, text } = await read(welcome);
  expect(headers.get('from')).toBe('Lin Yue <lin@example.com>');
  expect(headers.get('to')).toBe('Mei Lin <mei@harbor.example>');
  expect(headers.get('subject')).toBe('Welcome');
  expect(headers.get('date')).toBe('Sun, 22 Nov 2026 01:02:03 +0000');
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(headers.get('mime-version')).toBe('1.0');
  expect(headers.get('x-unsent')).toBe('1');
  expect(text.replaceAll('\r\n', '\n').trimEnd()).toBe(welcome.text);
});

test('Chinese arrives whole, and no byte of the file is outside ASCII', async () => {
  const { raw, headers, text } = await read({
    from: { name: '林悦', address: 'lin@example.com' },
    to: [{ name: '梅琳', address: 'mei@harbor.example' }],
    subject: '海港零售：欢迎，我是您的客户成功经理林悦，接下来九十天由我陪您一起走完新手启动',
    text: '您好，\n\n我是林悦。😀',
  });
  expect(headers.get('from')).toBe('林悦 <lin@example.com>');
  expect(headers.get('to')).toBe('梅琳 <mei@harbor.example>');
  expect(headers.get('subject')).toContain('接下来九十天由我陪您一起走完新手启动');
  expect(text.replaceAll('\r\n', '\n').trimEnd()).toBe('您好，\n\n我是林悦。😀');
  expect(raw).toMatch(/^[\x20-\x7e\r\n\t]*$/);
});

test('a person without an address is left out', async () => {
  const { headers } = await read({
    ...welcome,
    from: { name: 'Lin Yue', address: null },
    to: [
      { name: 'Mei Lin', address: null },
      { name: 'Fang Yi', address: 'fang@harbor.example' },
    ],
  });
  expect(headers.has('from')).toBe(false);
  expect(headers.get('to')).toBe('Fang Yi <fang@harbor.example>');
});

test('no subject and no name makes another header or another receiver', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (subject, name) => {
      const hostile = `${name}\r\nBcc: thief@example.com\r\n`;
      const { headers } = await read({
        ...welcome,
        subject: `${subject}${hostile}`,
        to: [{ name: hostile, address: 'mei@harbor.example' }],
      });
      expect(headers.has('bcc')).toBe(false);
      expect(headers.get('x-unsent')).toBe('1');
      expect(headers.get('to')).toMatch(/<mei@harbor\.example>$/);
    }),
  );
});
