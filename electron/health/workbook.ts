import { bookSettings, today } from '../../db/book/query.ts';
import { backTest, backTestDays, type EndedContract, verdicts } from '../../db/health/back-test.ts';
import { endedContracts } from '../../db/health/back-test-query.ts';
import { gatherHealth, scoreAll } from '../../db/health/gather-query.ts';
import { listMeasures } from '../../db/health/measure-query.ts';
import { shownScore } from '../../db/health/model.ts';
import { modelsInForce } from '../../db/health/model-query.ts';
import { gridBandOf, gridBands, gridPlay } from '../../db/health/portfolio.ts';
import { healthPortfolio, type PortfolioAccount } from '../../db/health/portfolio-query.ts';
import { currentHealth } from '../../db/health/status-query.ts';
import type { Book } from '../../db/open.ts';
import type { Slice } from '../../db/segment/rule.ts';
import type { Language } from '../../db/types/language.ts';
import { Page } from '../files/workbook/page.ts';
import { type Sheet, sheetName } from '../files/workbook/sheet.ts';
import type { Column } from '../files/workbook/table.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { messagesIn } from '../messages.ts';
import { measureNames } from './measure-name.ts';

/** The health of the book as the bytes of a workbook, for the house only: the portfolio, what each score is made of, the back-test. */
export async function healthWorkbook(
  book: Book,
  { slice, language }: { readonly slice: Slice; readonly language: Language },
): Promise<Uint8Array> {
  await currentHealth(book);
  const t = messagesIn(language);
  const sheets = [
    await portfolioSheet(book, slice, language),
    await partsSheet(book, slice, language),
    await backTestSheet(book, language),
  ];
  return workbookBytes(sheets, {
    is: 'health',
    title: t('health.title'),
    language,
    created: book.now(),
    labels: { yes: t('app.yes'), no: t('app.no') },
  });
}

type BandLine = { readonly name: string; readonly count: number; readonly minor: number };

async function portfolioSheet(book: Book, slice: Slice, language: Language): Promise<Sheet> {
  const t = messagesIn(language);
  const labels = { yes: t('app.yes'), no: t('app.no') };
  const now = await today(book);
  const { base_currency: currency } = await bookSettings(book.db);
  const { accounts } = await healthPortfolio(book.db, now, slice);
  const bandName = (band: (typeof gridBands)[number]) =>
    band === 'none' ? t('health.grid.noGrade') : t(`health.band.${band}`);
  const page = new Page(sheetName(t('health.title')), [30, 14, 10, 16, 12, 12, 16, 14, 24], labels);
  page.title(t('health.title'), `${t('account.card.asOf', { day: now })} · ${t('qbr.internalVersion')}`);
  const bands = page.table<BandLine, 'name' | 'count' | 'minor'>(
    [
      { key: 'name', heading: t('health.colour'), format: 'text', value: ({ name }) => name },
      { key: 'count', heading: t('health.listTitle'), format: 'integer', value: ({ count }) => count },
      {
        key: 'minor',
        heading: t('account.column.arr'),
        format: 'money',
        value: ({ minor }) => ({ minor, currency }),
      },
    ],
    gridBands.map((band) => {
      const own = accounts.filter((each) => gridBandOf(each.band) === band);
      return {
        name: bandName(band),
        count: own.length,
        minor: own.reduce((sum, { arrMinor }) => sum + (arrMinor ?? 0), 0),
      };
    }),
  );
  page.gap();
  page.charts([
    {
      kind: 'column',
      title: t('account.column.arr'),
      categories: bands.values('name'),
      series: [{ name: bands.heading('minor'), values: bands.values('minor') }],
    },
    {
      kind: 'column',
      title: t('health.listTitle'),
      categories: bands.values('name'),
      series: [{ name: bands.heading('count'), values: bands.values('count') }],
    },
  ]);
  page.section(t('health.listTitle'));
  const column = (
    key: string,
    heading: string,
    value: (account: PortfolioAccount) => string | null,
  ): Column<PortfolioAccount> => ({ key, heading, format: 'text', value });
  page.table<PortfolioAccount, string>(
    [
      column('name', t('account.column.name'), ({ name }) => name),
      column('band', t('health.colour'), ({ band, ungraded }) =>
        band === null ? t(`health.ungraded.${ungraded ?? 'nothing-known'}`) : t(`health.band.${band}`),
      ),
      {
        key: 'score',
        heading: t('account.column.health'),
        format: 'decimal',
        value: ({ score }) => score,
      },
      {
        key: 'arr',
        heading: t('account.column.arr'),
        format: 'money',
        value: ({ arrMinor }) => (arrMinor === null ? null : { minor: arrMinor, currency }),
      },
      {
        key: 'coverage',
        heading: t('health.file.coverage'),
        format: 'percent',
        value: ({ coverage }) => coverage,
      },
      {
        key: 'oldest',
        heading: t('health.file.oldest'),
        format: 'integer',
        value: ({ oldestDays }) => oldestDays,
      },
      {
        key: 'since',
        heading: t('health.file.bandSince'),
        format: 'date',
        value: ({ bandSince }) => bandSince,
      },
      column('maturity', t('health.measure.maturity'), ({ maturity }) =>
        maturity === null ? t('health.grid.unassessed') : t(`health.stage.${maturity}`),
      ),
      column('play', t('health.file.play'), ({ band, maturity }) =>
        t(`health.play.${gridPlay(gridBandOf(band), maturity ?? 'none')}`),
      ),
    ],
    accounts,
  );
  return page.sheet();
}

type PartLine = {
  readonly account: string;
  readonly measure: string;
  readonly value: number | null;
  readonly on: string | null;
  readonly score: number | null;
  readonly share: number;
  readonly points: number;
  readonly state: string;
};

/** A row per account and measure; the points of an account come to its score. */
async function partsSheet(book: Book, slice: Slice, language: Language): Promise<Sheet> {
  const t = messagesIn(language);
  const labels = { yes: t('app.yes'), no: t('app.no') };
  const now = await today(book);
  const nameOf = measureNames(await listMeasures(book.db), language);
  const seen = new Set((await healthPortfolio(book.db, now, slice)).accounts.map(({ id }) => id));
  const scored = scoreAll(await gatherHealth(book.db, now, null), now).filter(({ input }) =>
    seen.has(input.id),
  );
  const page = new Page(sheetName(t('health.parts')), [30, 34, 12, 14, 10, 10, 10, 16], labels);
  page.table<PartLine, string>(
    [
      { key: 'account', heading: t('account.column.name'), format: 'text', value: (part) => part.account },
      { key: 'measure', heading: t('health.told.measure'), format: 'text', value: (part) => part.measure },
      { key: 'value', heading: t('health.file.value'), format: 'figure', value: (part) => part.value },
      { key: 'on', heading: t('health.file.date'), format: 'date', value: (part) => part.on },
      { key: 'score', heading: t('health.file.score'), format: 'decimal', value: (part) => part.score },
      { key: 'share', heading: t('health.file.share'), format: 'percent', value: (part) => part.share },
      { key: 'points', heading: t('health.file.points'), format: 'decimal', value: (part) => part.points },
      { key: 'state', heading: t('health.file.state'), format: 'text', value: (part) => part.state },
    ],
    scored.flatMap(({ input, health }) => [
      ...health.contributions.map(({ measure, value, on, score, share, points, state }) => ({
        account: input.name,
        measure: nameOf(measure),
        value,
        on,
        score,
        share,
        points,
        state: t(`health.state.${state}`),
      })),
      ...(health.exception
        ? [
            {
              account: input.name,
              measure: t('health.exception.part'),
              value: null,
              on: null,
              score: null,
              share: 0,
              points: health.exception.points,
              state: nameOf(health.exception.rule.measure),
            },
          ]
        : []),
    ]),
  );
  return page.sheet({ frozen: { rows: 1, columns: 1 } });
}

/** What the first model would have said of the contracts that ended, by days before; only what stood in the book then. */
async function backTestSheet(book: Book, language: Language): Promise<Sheet> {
  const t = messagesIn(language);
  const labels = { yes: t('app.yes'), no: t('app.no') };
  const contracts = await endedContracts(book.db, await today(book), 'recorded');
  const [first] = await modelsInForce(book.db);
  const page = new Page(sheetName(t('health.backTest.title')), [30, 14, 14, 16, 16, 16, 16], labels);
  const left = contracts.filter(({ outcome }) => outcome === 'left').length;
  page.title(
    t('health.backTest.title'),
    t('health.backTest.sample', { count: contracts.length, left, renewed: contracts.length - left }),
  );
  page.text(t('health.knownBy.teach.recorded'));
  if (!first || contracts.length === 0) return page.sheet();
  const { model } = first;
  const results = backTestDays.map((days) => ({
    days,
    ...backTest(contracts, model, { days, alarm: 'red' }),
  }));
  const counts = page.table<(typeof results)[number], string>(
    [
      {
        key: 'days',
        heading: t('health.file.days'),
        format: 'text',
        value: ({ days }) => t('health.backTest.before', { days }),
      },
      ...verdicts.map(
        (verdict): Column<(typeof results)[number]> => ({
          key: verdict,
          heading: `${t(`health.verdict.${verdict}`)} (${t(isOfLeft(verdict) ? 'health.backTest.left' : 'health.backTest.renewed')})`,
          format: 'integer',
          value: (result) => result.counts[verdict],
        }),
      ),
    ],
    results,
  );
  page.gap();
  page.charts([
    {
      kind: 'column',
      title: t('health.backTest.title'),
      categories: counts.values('days'),
      series: (['caught', 'missed', 'false-alarm'] as const).map((verdict) => ({
        name: counts.heading(verdict),
        values: counts.values(verdict),
      })),
    },
  ]);
  page.section(t('health.cases.title'));
  const lines = contracts.map((contract, at) => ({ contract, at }));
  page.table<{ readonly contract: EndedContract; readonly at: number }, string>(
    [
      {
        key: 'account',
        heading: t('account.column.name'),
        format: 'text',
        value: ({ contract }) => contract.account,
      },
      {
        key: 'ended',
        heading: t('health.cases.ended'),
        format: 'date',
        value: ({ contract }) => contract.endedOn,
      },
      {
        key: 'outcome',
        heading: t('health.cases.result'),
        format: 'text',
        value: ({ contract }) =>
          t(contract.outcome === 'left' ? 'health.backTest.left' : 'health.backTest.renewed'),
      },
      ...results.map(
        ({ days, tested }): Column<{ readonly contract: EndedContract; readonly at: number }> => ({
          key: String(days),
          heading: t('health.cases.days', { days }),
          format: 'text',
          value: ({ at }) => {
            const own = tested[at];
            if (!own || own.score === null) return t('health.ungraded.nothing-known');
            const word = own.band === null ? t('health.ungraded.low-coverage') : t(`health.band.${own.band}`);
            return `${word} ${shownScore(own.score, model.bands)}`;
          },
        }),
      ),
    ],
    lines,
  );
  return page.sheet();
}

function isOfLeft(verdict: (typeof verdicts)[number]): boolean {
  return verdict === 'caught' || verdict === 'missed' || verdict === 'not-seen-left';
}
