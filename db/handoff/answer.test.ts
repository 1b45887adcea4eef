import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOfMoney, missingAnswer, moneyOfAnswer, readAnswer } from './answer.ts';
import { deliveryList, type FieldType, fieldsOf, type HandoffField } from './template.ts';

function fieldOf(type: FieldType): HandoffField {
  const field = fieldsOf(deliveryList).find((each) => each.type === type);
  if (!field) throw new Error(`the delivery list has no field of type ${type}`);
  return field;
}

const read = (type: FieldType, text: string, currency = 'CNY') => {
  const { answer, problem } = readAnswer(fieldOf(type), text, currency);
  return answer ?? problem;
};

describe('reading an answer', () => {
  it.each([
    ['number', '1,234', '1234'],
    ['number', ' 007 ', '7'],
    ['number', '-2.50', '-2.5'],
    ['number', '3.00', '3'],
    ['number', '0', '0'],
    ['text', 'one\r\ntwo\u0007', 'one\ntwo'],
    ['number', '1 234 567', '1234567'],
    ['number', '\uff11\uff12', '12'],
    ['number', 'about 40', 'not-a-number'],
    ['number', '1,23', 'not-a-number'],
    ['money', '486000', '486000.00 CNY'],
    ['money', '\u00a5486,000.5', '486000.50 CNY'],
    ['money', '48.6万', '486000.00 CNY'],
    ['money', '48.6 万元', '486000.00 CNY'],
    ['money', '1.23456亿', '123456000.00 CNY'],
    ['money', '12,000 usd', '12000.00 USD'],
    ['money', 'EUR 9.99', '9.99 EUR'],
    ['money', '€9.99', '9.99 EUR'],
    ['money', '$5 EUR', 'not-money'],
    ['money', '9.999', 'not-money'],
    ['money', 'a lot', 'not-money'],
    ['date', '2026-3-1', '2026-03-01'],
    ['date', '2026/03/01', '2026-03-01'],
    ['date', '2026年3月1日', '2026-03-01'],
    ['date', '2026-02-29', 'not-a-date'],
    ['date', '03/04/2026', 'not-a-date'],
    ['date', 'next spring', 'not-a-date'],
    ['choice', '50-199', '50-199'],
    ['choice', '50 to 199', '50-199'],
    ['choice', '50–199 人', '50-199'],
    ['choice', '5,000 AND MORE', 'from-5000'],
    ['choice', 'many', 'not-an-option'],
    ['link', 'https://files.example/order.pdf', 'https://files.example/order.pdf'],
    ['link', '\\\\server\\orders\\7.pdf', '\\\\server\\orders\\7.pdf'],
    ['link', 'ask me', 'not-a-link'],
    ['link', 'javascript:alert(1)', 'not-a-link'],
    ['text', '  =SUM(A1) ', '=SUM(A1)'],
    ['person', 'Mei Lin, COO', 'Mei Lin, COO'],
    ['text', 'x'.repeat(20_001), 'too-long'],
  ] as const)('as %s makes %j into %j', (type, text, expected) => {
    expect(read(type, text)).toBe(expected);
  });

  it.each(['number', 'money', 'date', 'choice', 'link', 'text', 'person'] as const)(
    'keeps a placeholder in a field of type %s as it was typed, to be shown as missing',
    (type) => {
      expect(read(type, 'TBD')).toBe('TBD');
      expect(read(type, '')).toBe('');
      expect(missingAnswer(fieldOf(type), 'TBD')).toBe('placeholder');
    },
  );

  it('never takes a picked choice for a placeholder', () => {
    const field = { ...fieldOf('choice'), options: [{ key: 'none', label: { en: 'None', 'zh-CN': '无' } }] };
    expect(missingAnswer(field, 'none')).toBeNull();
    expect(readAnswer(field, '无', 'CNY')).toEqual({ answer: 'none', problem: null });
  });

  it('reads every answer it gave as the same answer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fieldsOf(deliveryList)),
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
        ),
        fc.constantFrom('CNY', 'JPY', 'KWD'),
        (field, text, currency) => {
          const { answer } = readAnswer(field, text, currency);
          if (answer !== null) expect(readAnswer(field, answer, currency).answer).toBe(answer);
        },
      ),
    );
  });

  it('loses no amount on the way through an answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom('CNY', 'USD', 'JPY', 'KWD'),
        (minor, currency) => {
          expect(moneyOfAnswer(answerOfMoney({ minor, currency }))).toEqual({ minor, currency });
        },
      ),
    );
  });
});
