import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIsoDate } from '../types/calendar.ts';
import { type Capture, type CaptureNames, understandCapture } from './rule.ts';

const today = '2026-11-22';
const names: CaptureNames = {
  accounts: [
    { id: 1, name: 'Harbor Retail Group' },
    { id: 2, name: '云集供应链' },
    { id: 3, name: 'Pinecrest Foods' },
    { id: 4, name: 'Pinecrest Logistics' },
    { id: 5, name: '北辰教育科技' },
  ],
  contacts: [
    { id: 11, name: 'Mei Lin', accountId: 1 },
    { id: 12, name: '沈睿', accountId: 2 },
    { id: 13, name: 'Wang Fang', accountId: 1 },
    { id: 14, name: 'Wang Fang', accountId: 5 },
  ],
  accountInView: null,
};
const understand = (line: string, more: Partial<CaptureNames> = {}) =>
  understandCapture(line, { ...names, ...more }, today);

describe('a line becomes', () => {
  test.each<[string, Partial<Capture>]>([
    ['call Harbor tomorrow', { what: 'task', accountId: 1, on: '2026-11-23', text: 'call Harbor' }],
    ['拜访 云集 下周二', { what: 'task', accountId: 2, on: '2026-11-24', text: '拜访 云集' }],
    [
      'yesterday met Mei Lin',
      {
        what: 'note',
        noteKind: 'meeting',
        accountId: 1,
        contactId: 11,
        on: '2026-11-21',
        text: 'met Mei Lin',
      },
    ],
    [
      '昨天拜访了沈睿,补货建议每天都在用',
      { what: 'note', noteKind: 'visit', accountId: 2, contactId: 12, on: '2026-11-21' },
    ],
    ['called Harbor: renewal is safe', { what: 'note', noteKind: 'call', accountId: 1, on: today }],
    ['Harbor has a new COO', { what: 'note', noteKind: 'note', accountId: 1, on: today }],
    ['email Harbor', { what: 'task', accountId: 1, on: null, text: 'email Harbor' }],
    ['致电港湾', { what: 'task', accountId: null, on: null }],
    ['记得给云集发报价', { what: 'task', accountId: 2, on: null }],
    [
      '云集 每周一 发送用量',
      { what: 'task', accountId: 2, on: '2026-11-23', interval: { unit: 'week', every: 1 } },
    ],
    ['Send usage report every 2 weeks', { what: 'task', on: today, interval: { unit: 'week', every: 2 } }],
    [
      'Send the contract to Harbor by Friday',
      { what: 'task', on: '2026-11-27', text: 'Send the contract to Harbor' },
    ],
    [
      "yesterday's call with Harbor was short",
      { what: 'note', text: "yesterday's call with Harbor was short" },
    ],
    ['note: call Harbor tomorrow', { what: 'note', on: '2026-11-23' }],
    ['todo call Harbor', { what: 'task', accountId: 1, text: 'call Harbor' }],
    ['待办:联系云集', { what: 'task', accountId: 2, text: '联系云集' }],
    ['tomorrow', { what: 'task', on: '2026-11-23', text: 'tomorrow' }],
    ['了解云集的预算', { what: 'note', accountId: 2 }],
  ])('%s', (line, expected) => {
    expect(understand(line)).toMatchObject(expected);
  });
});

describe('the account', () => {
  test('is asked for where several begin alike', () => {
    expect(understand('call Pinecrest')).toMatchObject({ accountId: null, accountChoices: [3, 4] });
    expect(understand('call Pinecrest Logistics')).toMatchObject({ accountId: 4, accountChoices: [] });
  });

  test('is asked for where two people have the name, unless the account is named too', () => {
    expect(understand('met Wang Fang')).toMatchObject({ accountChoices: [1, 5], contactId: null });
    expect(understand('met Wang Fang of Harbor')).toMatchObject({ accountId: 1, contactId: 13 });
  });

  test('is the one in view where none is named', () => {
    expect(understand('send the minutes', { accountInView: 5 }).accountId).toBe(5);
    expect(understand('send Harbor the minutes', { accountInView: 5 }).accountId).toBe(1);
  });

  test('is not found inside another word', () => {
    expect(understand('the harbormaster said no').accountId).toBeNull();
  });
});

test('anything typed is understood as something, with words left to save', () => {
  const scraps = fc.constantFrom(
    'call ',
    'Harbor',
    ' tomorrow',
    '云集',
    '下周',
    '了',
    'note:',
    '昨天',
    '- [ ]',
    ' ',
    '，',
  );
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(scraps).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(line, (typed) => {
      const { on, text, accountId, accountChoices } = understand(typed);
      if (on !== null) expect(isIsoDate(on)).toBe(true);
      // Nothing is left only of nothing, or of one mark that says what it is; a second mark is text.
      if (text === '') expect(typed).toMatch(/^\s*(?:[-*]\s*\[ ?\]|note\s*[:：])?\s*$/i);
      if (typed.trim() === '') expect(text).toBe('');
      if (accountId !== null) expect(accountChoices).toEqual([]);
    }),
  );
});

test('a day said in either language and any place is taken out of the text, and the rest stays', () => {
  const day = fc.constantFrom('tomorrow', 'next Tuesday', 'in 3 days', '明天', '下周二', '12月2日');
  const rest = fc.constantFrom('call Harbor', '拜访云集', 'send the figures');
  fc.assert(
    fc.property(day, rest, fc.boolean(), (stated, words, first) => {
      const { text, on } = understand(first ? `${stated} ${words}` : `${words} ${stated}`);
      expect(on).not.toBeNull();
      expect(text).toBe(words);
    }),
  );
});
