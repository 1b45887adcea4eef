import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handoffs, judged, templateOf } from '../testing/handoff-arbitrary.ts';
import { proposedQuality, type Quality, scoreHandoff, unjudgedFields } from './score.ts';
import { deliveryList, fieldsOf, type HandoffTemplate } from './template.ts';

describe('the score of a handoff', () => {
  it.each<[string[], Quality[], number, number[]]>([
    [['R'], [3], 100, [100]],
    [['R'], [0], 0, [0]],
    [['Rco'], [3, 0, 0], 50, [50]],
    [['Rco'], [0, 3, 0], 33, [33]],
    [['Rco'], [0, 0, 3], 16, [16]],
    [['Rco'], [2, 2, 2], 66, [66]],
    [['RR', 'cc'], [3, 3, 0, 0], 60, [100, 0]],
    [['RR', 'oo'], [3, 2, 1, 0], 66, [83, 16]],
  ])('of %j judged %j is %i, by section %j', (words, qualities, whole, bySection) => {
    const template = templateOf(...words);
    const result = scoreHandoff(template, judged(template, qualities));
    expect(result.score).toBe(whole);
    expect(result.sections.map(({ score }) => score)).toEqual(bySection);
  });

  it('weighs required 3, recommended 2 and optional 1', () => {
    const { possible, sections: parts } = scoreHandoff(templateOf('R', 'c', 'o'), {});
    expect(parts.map((part) => part.possible)).toEqual([9, 6, 3]);
    expect(possible).toBe(18);
  });

  it('counts a placeholder as missing however it was judged', () => {
    const template = templateOf('R');
    const result = scoreHandoff(template, { s0f0: { answer: '待定', quality: 3 } });
    expect(result.score).toBe(0);
    expect(result.fields[0]?.missing).toBe('placeholder');
  });

  it('ignores answers to fields the template does not have', () => {
    const template = templateOf('R');
    expect(scoreHandoff(template, { gone: { answer: 'x1', quality: 3 } }).score).toBe(0);
  });

  it('uses the proposed quality until somebody judges, and lists what nobody judged', () => {
    const template = templateOf('RR');
    const result = scoreHandoff(template, {
      s0f0: { answer: 'SAP', quality: null },
      s0f1: { answer: 'SAP', quality: 1 },
    });
    expect(result.fields.map((field) => field.quality)).toEqual([2, 1]);
    expect(unjudgedFields(result)).toEqual(['s0f0']);
  });

  it('proposes no more than vague for what is only assumed', () => {
    const result = (source: 'assumption' | 'crm', quality: Quality | null = null) =>
      scoreHandoff(templateOf('R'), { s0f0: { answer: 'SAP', quality, source } }).fields[0]?.quality;
    expect(result('crm')).toBe(2);
    expect(result('assumption')).toBe(1);
    expect(result('assumption', 3)).toBe(3);
  });

  it('weighs a field as its list says, where it says so', () => {
    const [heavy, light] = fieldsOf(templateOf('RR'));
    const template = {
      ...templateOf('RR'),
      sections: [
        { key: 's0', name: { en: 'a', 'zh-CN': 'b' }, fields: [{ ...heavy, weight: 9 }, light] },
      ] as HandoffTemplate['sections'],
    };
    expect(scoreHandoff(template, judged(template, [3, 0])).score).toBe(75);
  });

  it('never falls when a quality rises', () => {
    fc.assert(
      fc.property(handoffs, fc.nat(), ({ template, qualities }, at) => {
        const index = at % qualities.length;
        const raised = qualities.with(index, Math.min(3, (qualities[index] ?? 0) + 1) as Quality);
        const before = scoreHandoff(template, judged(template, qualities));
        const after = scoreHandoff(template, judged(template, raised));
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        after.sections.forEach((section, each) => {
          expect(section.score).toBeGreaterThanOrEqual(before.sections[each]?.score ?? 0);
        });
      }),
    );
  });

  it('lies between 0 and 100, and is 100 only when every answer is complete', () => {
    fc.assert(
      fc.property(handoffs, ({ template, qualities }) => {
        const { score } = scoreHandoff(template, judged(template, qualities));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score <= 100).toBe(true);
        expect(score === 100).toBe(qualities.every((each) => each === 3));
      }),
    );
  });

  it('does not depend on the order of the sections', () => {
    fc.assert(
      fc.property(handoffs, ({ template, qualities }) => {
        const answers = judged(template, qualities);
        const turned = { ...template, sections: template.sections.toReversed() };
        expect(scoreHandoff(turned, answers).score).toBe(scoreHandoff(template, answers).score);
      }),
    );
  });
});

describe('the proposed quality', () => {
  const field = (key: string) => {
    const found = fieldsOf(deliveryList).find((each) => each.key === key);
    if (!found) throw new Error(`no field ${key}`);
    return found;
  };

  it.each<[string, string, Quality]>([
    ['seats', '120', 3],
    ['amount', '486000.00 CNY', 3],
    ['start', '2026-12-01', 3],
    ['size', '50-199', 3],
    ['plan', 'Pro', 2],
    ['why-bought', 'efficiency', 1],
    ['why-bought', '降本增效', 1],
    ['why-bought', '两次大促缺货\uff0c总部要求年内上线补货建议', 2],
    ['why-bought', 'Two stock-outs in the summer sale cost them a listing', 2],
    ['sponsor', '王敏', 1],
    ['sponsor', '王敏\uff0c运营副总', 2],
    ['sponsor', 'Mei Lin, COO, mei@yunji.example', 2],
    ['sponsor', 'TBD', 0],
    ['start', '待定', 0],
  ])('of %s answered %j is %i', (key, text, expected) => {
    expect(proposedQuality(field(key), text)).toBe(expected);
  });
});
