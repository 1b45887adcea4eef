import { describe, expect, test } from 'vitest';
import { testService } from '../testing/test-service.ts';

const instant = '2026-11-22T12:00:00Z';

describe('in English', () => {
  const { api } = testService(instant);
  const understand = (line: string, accountInView: number | null = null) =>
    api().capture.understand({ line, accountInView });

  test('a line is understood from the names in the book', async () => {
    const met = await understand('yesterday met Mei Lin');
    expect(met).toMatchObject({ what: 'note', noteKind: 'meeting', contact: 'Mei Lin', on: '2026-11-21' });
    expect(await understand('call Harbor tomorrow')).toMatchObject({
      what: 'task',
      accountId: met.accountId,
      on: '2026-11-23',
    });
  });

  test('nothing typed means nothing', async () => {
    expect(await understand('', 3)).toMatchObject({ what: 'note', accountId: 3, text: '' });
  });
});

describe('in Chinese', () => {
  const { api } = testService(instant, { language: 'zh-CN' });
  const understand = (line: string) => api().capture.understand({ line, accountInView: null });

  test('a line is understood from the beginning of a name', async () => {
    const visit = await understand('拜访云集 下周二');
    expect(visit).toMatchObject({ what: 'task', on: '2026-11-24', text: '拜访云集' });
    expect(visit.accountId).not.toBeNull();
    expect(await understand('昨天和沈睿开会')).toMatchObject({ accountId: visit.accountId, contact: '沈睿' });
  });
});
