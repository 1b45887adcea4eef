import type { TFunction } from 'i18next';
import type { MaturityModel, MaturityScoring, MaturityStage } from '../../../db/maturity/model.ts';
import { Page } from '../../files/workbook/page.ts';
import { type Sheet, sheetName } from '../../files/workbook/sheet.ts';
import type { Column } from '../../files/workbook/table.ts';
import type { AssessmentSheets } from './assessment-sheets.ts';

const widths = [26, 12, 78];

/** How the figures came about, so that a reader can work them out again. */
export function methodSheet({ view: { model }, t, language, labels }: AssessmentSheets): Sheet {
  const page = new Page(sheetName(t('assessment.file.method')), widths, labels);
  page.title(
    t('assessment.file.method'),
    t('assessment.file.version', { model: model.name[language], version: model.version }),
  );
  if (model.purpose[language]) {
    page.text(model.purpose[language]);
    page.gap();
  }
  page.section(t('maturity.method.scoring'));
  for (const line of methodInWords(model, t)) page.text(line);
  page.gap();
  page.section(t('maturity.method.scale'));
  page.pairs(
    model.scale.map(({ level, name }) => ({ label: String(level), format: 'text', value: name[language] })),
  );
  page.gap();
  page.section(t('maturity.method.stages'));
  page.table<MaturityStage, 'stage' | 'from' | 'meaning'>(
    [
      { key: 'stage', heading: t('maturity.stage'), format: 'text', value: ({ name }) => name[language] },
      { key: 'from', heading: t('maturity.method.from'), format: 'decimal', value: ({ from }) => from },
      // What a stage means may be for the house only.
      ...(model.stages.some(({ meaning }) => meaning[language])
        ? ([
            {
              key: 'meaning',
              heading: t('assessment.meaning'),
              format: 'text',
              wrap: true,
              value: ({ meaning }) => meaning[language],
            },
          ] satisfies Column<MaturityStage, 'meaning'>[])
        : []),
    ],
    model.stages,
  );
  page.gap();
  page.section(t('maturity.scores'));
  page.pairs(
    model.dimensions.map(({ name, asks, role }) => ({
      label: role === 'enabler' ? `${name[language]} · ${t('maturity.enabler')}` : name[language],
      format: 'text',
      value: asks[language],
    })),
  );
  return page.sheet({ portrait: true });
}

/** How answers become a result and a plan, a sentence a line. */
export function methodInWords({ scale, scoring }: MaturityModel, t: TFunction): string[] {
  return [
    t('maturity.method.levels', { highest: scale.length }),
    ...ruleInWords(scoring, t),
    t('maturity.method.coverage', { minimum: scoring.minimumCoverage }),
    t('maturity.method.steps'),
  ];
}

function ruleInWords(scoring: MaturityScoring, t: TFunction): string[] {
  switch (scoring.kind) {
    case 'mean-of-dimensions': {
      const { floor, enablers } = scoring;
      return [
        t('maturity.method.mean'),
        ...(floor ? [t('maturity.method.floor', { count: floor.above })] : []),
        ...(enablers ? [t('maturity.method.enablers', { count: enablers.above })] : []),
      ];
    }
    case 'tiers':
      return [t('maturity.method.tiers', { level: scoring.holdsFrom })];
    case 'majority':
      return [t('maturity.method.majority')];
  }
}
