import { expect, test } from 'vitest';
import { currentStatuses } from '../account/status-query.ts';
import { memoryBook } from '../open.ts';
import { fillSampleBook } from '../sample-book.ts';
import { quadrants } from '../segment/ideal-profile.ts';
import { listProfiles } from '../segment/ideal-profile-query.ts';
import { planScheme } from '../segment/placement-rule-query.ts';
import { listSchemes } from '../segment/scheme-query.ts';
import { languages } from '../types/language.ts';
import { matrixTotals } from '../value/account-point-query.ts';
import { listPropositions } from '../value/proposition-query.ts';

test.each(languages)(
  'the sample book in %s shows segments, the ideal customer and the matrix',
  async (language) => {
    const book = await memoryBook({ now: () => new Date('2026-11-22T08:00:00Z') });
    await fillSampleBook(book, language, 'Asia/Shanghai');
    await currentStatuses(book);

    const [size, needs] = await listSchemes(book.db);
    expect(size?.segments.map(({ accounts }) => accounts)).toEqual([6, 3, 0]);
    expect(size?.segments.every(({ rule }) => rule !== null)).toBe(true);
    expect(needs?.segments.map(({ isValidated }) => isValidated)).toEqual([true, false]);
    const plan = await planScheme(book.db, size?.id ?? 0, { today: '2026-11-22', moveAll: false });
    expect(plan.moves, 'one account waits for the rules to be applied').toHaveLength(1);

    const profiles = await listProfiles(book.db, '2026-11-22');
    const shown = new Set(profiles.map(({ quadrant }) => quadrant));
    for (const quadrant of quadrants) expect(shown).toContain(quadrant);
    expect(shown).toContain(null);

    const { propositions, loose } = await listPropositions(book.db);
    expect(propositions.map(({ points }) => points.length)).toEqual([3, 3]);
    expect(loose).toEqual([]);
    const { counts } = await matrixTotals(book.db, { text: null });
    expect(new Set(counts.map(({ state }) => state))).toEqual(
      new Set(['needed', 'sold', 'adopted', 'proven']),
    );
    await book.close();
  },
);
