import type { TFunction } from 'i18next';
import type { Movement } from '../../db/contract/movement.ts';
import {
  type Contribution,
  type ContributionFigure,
  type CountedClaim,
  figureSource,
  type MoneySum,
  type ProvenOf,
} from '../../db/contribution/rule.ts';
import type { Logo } from '../../db/letterhead/rule.ts';
import type { IsoDate } from '../../db/types/calendar.ts';
import type { Money } from '../../db/types/money.ts';
import type { Period } from '../../db/types/period.ts';
import { Page } from '../files/workbook/page.ts';
import { type Sheet, sheetName } from '../files/workbook/sheet.ts';
import { type Column, tableSheet } from '../files/workbook/table.ts';

export type ContributionShown = Contribution & {
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly baseCurrency: string;
  readonly logo: Logo | null;
  readonly t: TFunction;
};

/** One line of a figure: an amount in one currency, a share or a count; the remark says what the value cannot. */
type Line = {
  readonly name: string | null;
  readonly text: string | null;
  readonly amount: Money | null;
  readonly inBase: Money | null;
  readonly share: number | null;
  readonly cases: number | null;
  readonly remark: string | null;
  readonly formula: string | null;
  readonly source: string | null;
  readonly asOf: IsoDate | null;
};
const empty: Line = {
  name: null,
  text: null,
  amount: null,
  inBase: null,
  share: null,
  cases: null,
  remark: null,
  formula: null,
  source: null,
  asOf: null,
};

/** The figures with their formulas, the value proven by value point and account, then the claims and contracts behind them. */
export function contributionSheets(shown: ContributionShown): Sheet[] {
  const { t } = shown;
  const labels = { yes: t('app.yes'), no: t('app.no') };
  return [
    figuresSheet(shown),
    tableSheet(t('contribution.claims'), claimColumns(t), shown.claims, labels),
    tableSheet(t('contribution.movements'), movementColumns(t), shown.movements, labels),
  ];
}

function figuresSheet(shown: ContributionShown): Sheet {
  const { t, period, asOf, figures, byValuePoint, byAccount, incomparable, unlinked, logo } = shown;
  const widths = [30, 14, 16, 18, 10, 9, 34, 50, 16, 12];
  const page = new Page(sheetName(t('contribution.title')), widths, { yes: t('app.yes'), no: t('app.no') });
  page.logo(logo);
  page.title(
    t('contribution.title'),
    [t('qbr.period', period), t('contribution.asOf', { day: asOf }), t('contribution.insideOnly')].join(
      ' · ',
    ),
  );
  page.section(t('contribution.figures'));
  page.table<Line, string>(
    lineColumns(shown, t('contribution.name')),
    figures.flatMap((figure) => figureLines(figure, shown)),
  );
  if (incomparable > 0) page.text(t('contribution.incomparable', { count: incomparable }), 'muted');
  if (unlinked > 0) page.text(t('contribution.unlinked', { count: unlinked }), 'muted');
  page.text(t('contribution.noCause'), 'muted');
  const groups = [
    [t('contribution.byValuePoint'), t('contribution.valuePoint'), byValuePoint],
    [t('contribution.byAccount'), t('contribution.account'), byAccount],
  ] as const;
  for (const [heading, name, rows] of groups) {
    page.gap();
    page.section(heading);
    if (rows.length === 0) page.text(t('contribution.noneSigned'), 'muted');
    else
      page.table<Line, string>(
        lineColumns(shown, name),
        rows.flatMap((row) => provenLines(row, shown)),
      );
  }
  return page.sheet();
}

function lineColumns({ t, baseCurrency }: ContributionShown, name: string): Column<Line>[] {
  return [
    { key: 'name', heading: name, format: 'text', value: (line) => line.name, wrap: true },
    {
      key: 'text',
      heading: t('contribution.proofWord'),
      format: 'text',
      value: (line) => line.text,
      wrap: true,
    },
    { key: 'amount', heading: t('contribution.amount'), format: 'money', value: (line) => line.amount },
    {
      key: 'base',
      heading: t('contribution.inBase', { currency: baseCurrency }),
      format: 'money',
      value: (line) => line.inBase,
    },
    { key: 'share', heading: '%', format: 'percent', value: (line) => line.share },
    { key: 'cases', heading: t('contribution.cases'), format: 'integer', value: (line) => line.cases },
    {
      key: 'remark',
      heading: t('contribution.remark'),
      format: 'text',
      value: (line) => line.remark,
      wrap: true,
    },
    {
      key: 'formula',
      heading: t('contribution.formulaWord'),
      format: 'text',
      value: (line) => line.formula,
      wrap: true,
    },
    { key: 'source', heading: t('contribution.sourceWord'), format: 'text', value: (line) => line.source },
    { key: 'asOf', heading: t('contribution.asOfDay'), format: 'date', value: (line) => line.asOf },
  ];
}

function figureLines(figure: ContributionFigure, { t, asOf }: ContributionShown): Line[] {
  const source = figureSource[figure.key];
  const first: Line = {
    ...empty,
    name: t(`contribution.figure.${figure.key}`),
    formula: t(`contribution.formula.${figure.key}`),
    source: source && t(`contribution.source.${source}`),
    asOf,
  };
  switch (figure.kind) {
    case 'money':
      return moneyLines(first, figure.sum, t);
    case 'share': {
      const { part, cases } = figure.share;
      const unscored = figure.unscored > 0 ? t('contribution.unscored', { count: figure.unscored }) : null;
      if (cases === 0) return [{ ...first, text: t('contribution.none'), cases, remark: unscored }];
      const remark = [t('contribution.ofCases', { part, count: cases }), unscored]
        .filter(Boolean)
        .join(' · ');
      return [{ ...first, share: part / cases, cases, remark }];
    }
    case 'count':
      return [
        {
          ...first,
          cases: figure.count,
          remark: t('contribution.withAccounts', { count: figure.accounts }),
        },
      ];
    case 'not-recorded':
      return [{ ...first, text: t('contribution.notRecorded') }];
  }
}

function provenLines({ name, sum }: ProvenOf, { t, asOf }: ContributionShown): Line[] {
  const first = {
    ...empty,
    name: name ?? t('contribution.noValuePoint'),
    formula: t('contribution.provenFormula'),
    source: t('contribution.source.claims'),
    asOf,
  };
  return moneyLines(first, sum, t);
}

/** A line per currency; what belongs to all of them together stands in the first. */
function moneyLines(first: Line, sum: MoneySum, t: TFunction): Line[] {
  const { amounts, inBase, missingRates, cases, unknown } = sum;
  const remark = [
    unknown > 0 && t('contribution.worthUnknown', { count: unknown }),
    missingRates.length > 0 && t('contribution.noRate', { currencies: missingRates.join(', ') }),
  ]
    .filter(Boolean)
    .join(' · ');
  const [amount = null, ...others] = amounts;
  const text = amount ? null : t(cases === 0 ? 'contribution.none' : 'contribution.unknown');
  return [
    { ...first, text, amount, inBase, cases, remark: remark === '' ? null : remark },
    ...others.map((other) => ({ ...empty, amount: other })),
  ];
}

function claimColumns(t: TFunction): Column<CountedClaim>[] {
  return [
    { key: 'account', heading: t('contribution.account'), format: 'text', value: ({ account }) => account },
    { key: 'point', heading: t('contribution.valuePoint'), format: 'text', value: (row) => row.valuePoint },
    { key: 'outcome', heading: t('contribution.outcome'), format: 'text', value: ({ outcome }) => outcome },
    {
      key: 'proof',
      heading: t('contribution.proofWord'),
      format: 'text',
      value: ({ proof }) => t(`contribution.proof.${proof}`),
    },
    { key: 'on', heading: t('contribution.countsOn'), format: 'date', value: ({ countsOn }) => countsOn },
    {
      key: 'worth',
      heading: t('contribution.worth'),
      format: 'money',
      value: ({ worth }) => (worth.kind === 'worth' ? worth.money : null),
    },
    { key: 'source', heading: t('contribution.sourceWord'), format: 'text', value: ({ source }) => source },
  ];
}

function movementColumns(t: TFunction): Column<Movement>[] {
  return [
    { key: 'account', heading: t('contribution.account'), format: 'text', value: ({ account }) => account },
    { key: 'product', heading: t('contribution.product'), format: 'text', value: ({ product }) => product },
    {
      key: 'kind',
      heading: t('contribution.kindWord'),
      format: 'text',
      value: ({ kind }) => t(`contribution.movement.${kind}`),
    },
    { key: 'on', heading: t('contribution.day'), format: 'date', value: ({ on }) => on },
    { key: 'before', heading: t('contribution.before'), format: 'money', value: ({ before }) => before },
    { key: 'after', heading: t('contribution.after'), format: 'money', value: ({ after }) => after },
    {
      key: 'difference',
      heading: t('contribution.difference'),
      format: 'money',
      value: ({ difference }) => difference,
    },
  ];
}
