import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handoffs, judged, templateOf } from '../testing/handoff-arbitrary.ts';
import { weekendsOnly } from '../working-calendar/working-day.ts';
import { fieldsToFix, gapsOf, gateFailures, offerDecision } from './decision.ts';
import { type Quality, scoreHandoff } from './score.ts';

const scoreOf = (words: string[], qualities: Quality[]) => {
  const template = templateOf(...words);
  return scoreHandoff(template, judged(template, qualities));
};
const many = (quality: Quality, count: number) => Array<Quality>(count).fill(quality);

describe('the decision offered', () => {
  it.each<[string, string[], Quality[], number, string]>([
    ['exactly 85', ['R'.repeat(20)], [...many(3, 11), ...many(2, 9)], 85, 'accept'],
    ['a point under 85', ['R'.repeat(20)], [...many(3, 10), ...many(2, 10)], 83, 'accept-with-gaps'],
    ['84.9', ['R'.repeat(106)], [...many(3, 58), ...many(2, 48)], 84, 'accept-with-gaps'],
    ['exactly 70', ['R'.repeat(10)], [...many(3, 1), ...many(2, 9)], 70, 'accept-with-gaps'],
    ['a point under 70', ['R'.repeat(10)], many(2, 10), 66, 'return'],
    ['69.9', ['R'.repeat(124)], [...many(3, 12), ...many(2, 112)], 69, 'return'],
    ['everything complete', ['Rco'], [3, 3, 3], 100, 'accept'],
  ])('at %s', (_, words, qualities, score, decision) => {
    const result = scoreOf(words, qualities);
    expect(result.score).toBe(score);
    expect(offerDecision(result).decision).toBe(decision);
  });

  it('returns it for one required field missing, however good the rest is', () => {
    const result = scoreOf(['R'.repeat(30)], [...many(3, 29), 0]);
    expect(result.score).toBe(96);
    expect(offerDecision(result)).toMatchObject({
      decision: 'return',
      because: { reason: 'gates', failures: [{ gate: 'field', field: 's0f29', section: 's0' }] },
    });
  });

  it.each<[Quality[], number, boolean]>([
    [[3, 0, 0, 0], 25, false],
    [[2, 0, 0, 0], 16, true],
    [[1, 1, 1, 0], 25, false],
    [[1, 1, 0, 0], 16, true],
  ])('with a section judged %j, scoring %i, returns it: %s', (qualities, score, returned) => {
    const result = scoreOf(['R'.repeat(30), 'oooo'], [...many(3, 30), ...qualities]);
    expect(result.sections[1]?.score).toBe(score);
    expect(gateFailures(result)).toEqual(returned ? [{ gate: 'section', section: 's1', score }] : []);
    expect(offerDecision(result).decision).toBe(returned ? 'return' : 'accept');
  });

  it('has nothing to fix exactly when it accepts', () => {
    fc.assert(
      fc.property(handoffs, ({ template, qualities }) => {
        const { decision, toFix } = offerDecision(scoreHandoff(template, judged(template, qualities)));
        expect(toFix.length === 0).toBe(decision === 'accept');
      }),
    );
  });

  it('never gets worse when a quality rises', () => {
    const rank = { return: 0, 'accept-with-gaps': 1, accept: 2 };
    fc.assert(
      fc.property(handoffs, fc.nat(), ({ template, qualities }, at) => {
        const index = at % qualities.length;
        const raised = qualities.with(index, Math.min(3, (qualities[index] ?? 0) + 1) as Quality);
        const before = offerDecision(scoreHandoff(template, judged(template, qualities)));
        const after = offerDecision(scoreHandoff(template, judged(template, raised)));
        expect(rank[after.decision]).toBeGreaterThanOrEqual(rank[before.decision]);
      }),
    );
  });
});

describe('the fields to fix', () => {
  it('lead to a plain acceptance when each of them is completed', () => {
    fc.assert(
      fc.property(handoffs, ({ template, qualities }) => {
        const answers = judged(template, qualities);
        for (const { field } of fieldsToFix(scoreHandoff(template, answers))) {
          answers[field.key] = { answer: 'fixed', quality: 3 };
        }
        expect(offerDecision(scoreHandoff(template, answers)).decision).toBe('accept');
      }),
    );
  });

  it('are the missing and vague ones, required first, and no optional one when those suffice', () => {
    const result = scoreOf(['cRoRc'], [0, 3, 0, 1, 3]);
    expect(fieldsToFix(result).map(({ field }) => field.key)).toEqual(['s0f3', 's0f0']);
  });

  it('name usable answers too when nothing is vague and it still falls short', () => {
    const result = scoreOf(['R'.repeat(10)], many(2, 10));
    expect(fieldsToFix(result)).toHaveLength(6);
  });

  it('name an optional one when only that lifts its section over the floor', () => {
    const result = scoreOf(['RRRR', 'oo'], [...many(3, 4), 0, 0]);
    expect(fieldsToFix(result).map(({ field }) => field.key)).toEqual(['s1f0']);
  });
});

describe('gaps', () => {
  it('are due two working days after acceptance when required and five otherwise', () => {
    const result = scoreOf(['RRRRco'], [3, 3, 3, 1, 0, 3]);
    expect(gapsOf(result, '2026-11-05', weekendsOnly)).toEqual([
      { field: 's0f3', dueOn: '2026-11-09' },
      { field: 's0f4', dueOn: '2026-11-12' },
    ]);
  });
});
