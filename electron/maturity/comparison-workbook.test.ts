import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { compareAssessments } from '../../db/maturity/compare-query.ts';
import { listAssessments } from '../../db/maturity/query.ts';
import { memoryBook } from '../../db/open.ts';
import { fillSampleBook } from '../../db/sample-book.ts';
import { languages } from '../../db/types/language.ts';
import { messagesIn } from '../messages.ts';
import { comparisonFileName, comparisonWorkbook } from './comparison-workbook.ts';

test.each(languages)(
  'assessments side by side become scores with a radar and every level, in %s',
  async (language) => {
    const t = messagesIn(language);
    const book = await memoryBook({ now: () => new Date('2026-11-22T04:00:00Z') });
    try {
      await fillSampleBook(book, language, 'Asia/Shanghai');
      const [latest] = (await listAssessments(book.db)).filter(
        ({ model }) => model.key === 'cs-function-maturity',
      );
      const id = latest?.id ?? 0;
      const { chosen, comparison, subject } = await compareAssessments(book.db, id);
      expect(chosen).toHaveLength(4);
      const bytes = await comparisonWorkbook(book, id, { language, chosen: [] });
      const { SheetNames, Sheets } = read(bytes);
      expect(SheetNames).toEqual([t('assessment.comparison.title'), t('assessment.part.answers')]);
      const rows = utils.sheet_to_json<Record<string, unknown>>(Sheets[t('assessment.part.answers')] ?? {});
      const indicators = comparison.dimensions.flatMap((dimension) => dimension.indicators);
      expect(rows.map((row) => row[t('maturity.change')])).toEqual(indicators.map(({ change }) => change));
      for (const [at, { assessedOn }] of chosen.entries())
        expect(rows.map((row) => row[assessedOn])).toEqual(
          indicators.map(({ answers }) => String(answers[at]?.level)),
        );
      const chart = Object.entries(unzipSync(bytes)).find(([name]) => /charts\/chart\d*\.xml$/.test(name));
      const xml = strFromU8(chart?.[1] ?? new Uint8Array());
      expect(xml).toContain('radarChart');
      expect(xml.match(/<c:ser>/g)).toHaveLength(4);
      expect(await comparisonFileName(book, id, { language, chosen: [] })).toContain(subject);
    } finally {
      await book.close();
    }
  },
);
