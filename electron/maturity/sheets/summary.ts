import { indicatorsOf } from '../../../db/maturity/model.ts';
import { largestGaps } from '../../../db/maturity/plan.ts';
import type { DimensionResult } from '../../../db/maturity/result.ts';
import { Page, type PlacedTable } from '../../files/workbook/page.ts';
import { type Sheet, sheetName } from '../../files/workbook/sheet.ts';
import type { Column } from '../../files/workbook/table.ts';
import { type AssessmentSheets, namesOf } from './assessment-sheets.ts';
import { rulesInWords } from './rules-in-words.ts';

const widths = [34, 12, 12, 12, 24, 12, 12];

/** The first page: what it came to and why, the dimensions with a radar to edit, and what to do. */
export function summarySheet(made: AssessmentSheets): Sheet {
  const { view, t, language, labels } = made;
  const { model, result, compared } = view;
  const names = namesOf(made);
  const stage = model.stages.find(({ key }) => key === result.stage?.key);
  const page = new Page(sheetName(t('assessment.file.summary')), widths, labels);
  page.logo(made.logo);
  page.title(
    view.subject,
    [
      model.name[language],
      view.assessedOn,
      ...(made.audience === 'internal' ? [t('qbr.internalVersion')] : []),
    ].join(' · '),
  );
  page.section(t('maturity.overall'));
  page.pairs([
    { label: t('maturity.stage'), format: 'text', value: stage?.name[language] ?? t('maturity.noOverall') },
    {
      label: t(model.scoring.kind === 'tiers' ? 'maturity.onAverage' : 'maturity.score'),
      format: 'decimal',
      value: result.overall,
    },
    { label: t('maturity.weakest'), format: 'text', value: names.dimensions(result.weakest) },
    {
      label: t('maturity.coverage'),
      format: 'text',
      value: t('maturity.answeredOf', {
        answered: result.coverage.answered,
        applicable: result.coverage.applicable,
      }),
    },
    ...(compared
      ? [
          {
            label: t('maturity.before', { date: compared.assessedOn }),
            format: 'text' as const,
            value: [compared.result.overall?.toFixed(2), names.stage(compared.result.stage?.key)]
              .filter(Boolean)
              .join(' · '),
          },
        ]
      : []),
    ...model.ladders.map((ladder) => ({
      label: ladder.name[language],
      format: 'text' as const,
      value:
        ladder.steps.find(({ key }) => key === result.stage?.ladders[ladder.key])?.name[language] ?? null,
    })),
    { label: t('assessment.assessor'), format: 'text', value: made.by },
  ]);
  if (stage?.meaning[language]) page.text(stage.meaning[language]);
  for (const { text, isWarning } of rulesInWords(made)) page.text(text, isWarning ? 'warn' : 'body');
  page.gap();
  dimensions(page, made);
  flows(page, made);
  gaps(page, made);
  lift(page, made);
  advice(page, made);
  return page.sheet({ portrait: true });
}

function dimensions(page: Page, made: AssessmentSheets): void {
  const { view, t } = made;
  const of = (role: DimensionResult['role']) => view.result.dimensions.filter((each) => each.role === role);
  page.section(t('maturity.scores'));
  const core = page.table<DimensionResult, ColumnKey>(columnsOf(made), of('core'));
  page.gap();
  if (of('enabler').length > 0) {
    page.section(t('maturity.enablers'));
    page.table<DimensionResult, ColumnKey>(columnsOf(made), of('enabler'));
    page.gap();
  }
  page.charts([
    {
      kind: of('core').length < 3 ? 'bar' : 'radar',
      title: t('maturity.dimensions'),
      categories: core.values('dimension'),
      series: seriesOf(core, view.compared !== null),
      minimum: 0,
      maximum: view.model.scale.length,
      step: 1,
    },
  ]);
}

type ColumnKey = 'dimension' | 'score' | 'before' | 'change' | 'stage' | 'target' | 'gap';

function columnsOf(made: AssessmentSheets): Column<DimensionResult, ColumnKey>[] {
  const { view, t } = made;
  const names = namesOf(made);
  const gapOf = (key: string) => view.plan.gaps.find(({ dimension }) => dimension === key);
  const changeOf = (key: string) => view.compared?.change.dimensions.find((each) => each.key === key);
  return [
    {
      key: 'dimension',
      heading: t('maturity.dimension'),
      format: 'text',
      value: ({ key }) => names.dimension(key),
    },
    { key: 'score', heading: view.assessedOn, format: 'decimal', value: ({ score }) => score },
    ...(view.compared
      ? ([
          {
            key: 'before',
            heading: view.compared.assessedOn,
            format: 'decimal',
            value: ({ key }) => changeOf(key)?.before ?? null,
          },
          {
            key: 'change',
            heading: t('maturity.change'),
            format: 'decimal',
            value: ({ key }) => changeOf(key)?.difference ?? null,
          },
        ] satisfies Column<DimensionResult, ColumnKey>[])
      : []),
    { key: 'stage', heading: t('maturity.stage'), format: 'text', value: ({ stage }) => names.stage(stage) },
    {
      key: 'target',
      heading: t('maturity.target'),
      format: 'integer',
      value: ({ key }) => gapOf(key)?.target ?? null,
    },
    {
      key: 'gap',
      heading: t('maturity.gap'),
      format: 'decimal',
      value: ({ key }) => gapOf(key)?.gap ?? null,
    },
  ];
}

function seriesOf(table: PlacedTable<ColumnKey>, isCompared: boolean) {
  const series = (key: ColumnKey, reference = false) => ({
    name: table.heading(key),
    values: table.values(key),
    ...(reference && { reference }),
  });
  return [series('score'), ...(isCompared ? [series('before', true)] : []), series('target')];
}

/** Each flow as its steps in order, with how far each is in place. */
function flows(page: Page, { view: { model, answers }, t, language }: AssessmentSheets): void {
  for (const { name, steps } of model.flows) {
    page.section(name[language]);
    steps.forEach(({ who, does, indicator }, at) => {
      const level = answers.find((answer) => answer.indicator === indicator)?.level ?? null;
      const state = model.scale.find((each) => each.level === level)?.name[language] ?? t('assessment.open');
      const stated = `${at + 1}. ${who[language]} · ${does[language]}`;
      const isHole = indicator !== null && level !== model.scale.length;
      page.text(indicator === null ? stated : `${stated} · ${state}`, isHole ? 'warn' : 'body');
    });
    page.gap();
  }
}

/** The lowest answers, with what the next level looks like. */
function gaps(page: Page, { view, t, language }: AssessmentSheets): void {
  const { model, answers, plan } = view;
  const lowest = largestGaps(model, answers, plan.gaps);
  if (lowest.length === 0) return;
  const indicators = new Map(indicatorsOf(model).map(({ indicator }) => [indicator.key, indicator]));
  page.section(t('assessment.report.gaps'));
  page.pairs(
    lowest.map(({ indicator, level }) => {
      const { name, levels = [] } = indicators.get(indicator) ?? {};
      const [now, next] = [level, level + 1].map((at) => `${at} ${levels[at - 1]?.text[language] ?? ''}`);
      return { label: name?.[language] ?? indicator, format: 'text', value: `${now} → ${next}` };
    }),
  );
  page.gap();
}

/** The fewest answers to raise for the next stage. */
function lift(page: Page, made: AssessmentSheets): void {
  const { view, t } = made;
  if (!view.lift) return;
  const names = namesOf(made);
  const stage = names.stage(view.lift.stage);
  page.section(
    t(view.model.scoring.kind === 'tiers' ? 'maturity.lift.missing' : 'maturity.lift.title', { stage }),
  );
  for (const { indicator, from, to } of view.lift.raises)
    page.text(`${names.indicator(indicator)} · ${from ?? '–'} → ${to}`);
  page.gap();
}

function advice(page: Page, made: AssessmentSheets): void {
  const { view, t, language } = made;
  const { model, result, plan } = view;
  const names = namesOf(made);
  const at = model.stages.findIndex(({ key }) => key === result.stage?.key);
  const stage = model.stages[at];
  const following = model.stages[at + 1];
  if (stage && stage.advice.length > 0) {
    page.section(t('maturity.adviceAt', { stage: stage.name[language] }));
    for (const line of stage.advice) page.text(line[language]);
    page.gap();
  }
  if (stage?.next && following) {
    page.section(t('maturity.adviceTo', { stage: following.name[language] }));
    for (const line of stage.next.advice) page.text(line[language], stage.next.hard ? 'warn' : 'body');
    page.gap();
  }
  page.section(t('maturity.strengths'));
  if (plan.strengths.length === 0) page.text(t('maturity.noStrengths'), 'muted');
  else page.text(plan.strengths.map(names.indicator).join(' · '));
}
