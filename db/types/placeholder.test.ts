import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingText } from './placeholder.ts';

describe('a text that is no answer', () => {
  it.each(['', '   ', '\n\t', '\u3000', '\u200b'])('finds %j empty', (text) => {
    expect(missingText(text)).toBe('empty');
  });

  it.each([
    ...[
      'TBD',
      'tbd.',
      'T.B.D.',
      'TBC',
      'N/A',
      'n.a.',
      'NA',
      'None',
      'nil',
      'unknown',
      'Unknown.',
      'pending',
      'Pending…',
    ],
    ...[
      'to be determined',
      'To be confirmed',
      'not available',
      'Not sure',
      "don't know",
      'will follow',
      'xxx',
      'X',
      '?',
    ],
    ...['-', '--', '—', '–', '/', '.', '...', '…', '……', '???', '\uff1f\uff1f', '\u3002', '*', '✅'],
    ...[
      '\uff34\uff22\uff24',
      '\uff2e\uff0f\uff21',
      '\u2015\u2015',
      '(TBD)',
      '[tbd]',
      'TBD / pending',
      'N/A - TBD',
      'unknown (pending)',
    ],
    ...[
      '待定',
      '待定。',
      '(待定)',
      '\uff08待定\uff09',
      '待确认',
      '无',
      '无。',
      '暂无',
      '没有',
      '未知',
      '不详',
      '不清楚',
      '不适用',
    ],
    ...[
      'TBD by customer',
      'TBD - will ask',
      'TBD next week',
      'TBC with sales',
      'to be confirmed by the customer',
      'to be discussed at kickoff',
      'still pending',
      'unknown yet',
      'Not known so far',
      'pending, ask the customer',
      'not yet confirmed',
      'unclear at the moment',
      'waiting for customer',
      'will check with IT',
      'TBD Q1',
    ],
    ...[
      '待客户确认',
      '待销售补充',
      '待定（销售跟进）',
      '尚不清楚',
      '未问',
      '等客户回复',
      '目前未知',
      '还没确定',
      '暂时不清楚',
      '待启动会确认',
      '需客户提供',
      '未与客户沟通',
      '待 IT 确认',
      '待确认（客户）',
      '有待进一步明确',
    ],
    ...['待定\uff0c待确认', '暂无、待补充', ' 无 ', '暂 无', '待补充!', '待补充\uff01', '無', '待確認'],
  ])('finds %j a placeholder', (text) => {
    expect(missingText(text)).toBe('placeholder');
  });

  it.each([
    ...[
      '0',
      'No',
      'Nanjing',
      'Open API',
      'Pending orders from SAP',
      'None of the plants has Wi-Fi',
      'X5 Retail',
      'TBD Bank',
      'Pending approval by the CFO, then EUR 40,000',
      'Unknown Worlds Ltd.',
      'Open for customers since May',
      'With the customer',
      'Next week',
    ],
    ...[
      'a/b',
      '无锡',
      '无人机巡检',
      '无集成',
      '没有迁移需求',
      '未知来源的数据由 IT 清洗',
      '待定岗位 3 人',
      '待客户验收后付款',
      '客户确认',
      '未来三年扩到 20 家店',
      '不清楚库存位置',
      'standard contract',
      '-5',
    ],
  ])('takes %j for an answer', (text) => {
    expect(missingText(text)).toBeNull();
  });

  it('is the same for any width, case and surrounding punctuation', () => {
    const wrap = fc.constantFrom<((text: string) => string)[]>(
      (text: string) => `(${text})`,
      (text: string) => `${text}...`,
      (text: string) => ` \u3010${text}\u3011\u3002`,
      (text: string) =>
        text.replace(/[A-Za-z/]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      (text: string) => text.toUpperCase(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom<string[]>('tbd', 'n/a', 'unknown', 'pending', '待定', '无'),
        fc.array(wrap),
        (word, wraps) => {
          expect(missingText(wraps.reduce((text, each) => each(text), word))).toBe('placeholder');
        },
      ),
    );
  });

  it('never fails, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(['empty', 'placeholder', 'unsigned-denial', null]).toContain(missingText(text));
      }),
    );
  });

  it('judges 20,000 characters in no noticeable time', () => {
    const started = performance.now();
    for (const text of [
      'no known '.repeat(2000),
      '无已知'.repeat(6000),
      '-'.repeat(20_000),
      '2026-1'.repeat(3000),
    ]) {
      missingText(text);
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('“no known risks”', () => {
  it.each([
    ...[
      'No known risks',
      'no risks',
      'There are no known risks.',
      'No open issues',
      'None known risks',
      'no commitments were made',
    ],
    ...['无已知风险', '无风险', '目前没有风险', '暂无已知风险。', '未发现风险', '没有反对者', '未作任何承诺'],
    ...[
      'No known risks, 2026-11-03',
      'No known risks (Mei Lin)',
      'No known risks - Mei Lin, 2026-02-31',
      'No known risks, confirmed by Anna Berg on 31 Nov 2026',
      'no commitments were made, Tom Reed 31/04/2026',
      '无已知风险\uff0c2026年11月3日',
      '无已知风险\uff08王敏\uff09',
      '无已知风险\uff0c王敏 2026年2月30日',
    ],
    ...['No known risks, confirmed by sales on 2026-11-03', '无已知风险\uff0c销售确认\uff0c11月3日'],
  ])('does not count as %j, without a name and a date', (text) => {
    expect(missingText(text)).toBe('unsigned-denial');
  });

  it.each([
    ...[
      'No known risks - Mei Lin, 2026-11-03',
      'No known risks, confirmed by Anna Berg on 3 Nov 2026',
      'no risks (Tom, Nov 3)',
    ],
    ...[
      '无已知风险\uff0c王敏 2026年11月3日',
      '无已知风险\uff08王敏\uff0c11月3日确认\uff09',
      '没有风险 于敏 2026.11.03',
    ],
    ...['no commitments were made, Tom Reed 03/11/2026'],
  ])('counts as %j', (text) => {
    expect(missingText(text)).toBeNull();
  });

  it.each([
    'Budget freeze is likely in Q2',
    '预算可能在二季度冻结',
    'No risk assessment was done by the client',
  ])('is not read into %j', (text) => expect(missingText(text)).toBeNull());
});
