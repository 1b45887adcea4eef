import {
  bilingualFrom,
  choiceFrom,
  keyFrom,
  listFrom,
  recordFrom,
  reportRepeated,
} from '../types/document.ts';
import {
  bookFigures,
  type MaturityMeasure,
  type MeasureInput,
  measureDirections,
  measureUnits,
} from './measure.ts';
import type { ModelReport } from './model-contradictions.ts';

/** How a figure is made and where its levels begin: one mark for each level but the lowest. */
export function measureFrom(
  source: unknown,
  top: number,
  path: string,
  report: ModelReport,
): MaturityMeasure {
  const record = recordFrom(source, path, report);
  const inputs = listFrom(record.inputs, `${path}.inputs`, report).map((input, at) =>
    inputFrom(input, `${path}.inputs.${at}`, report),
  );
  reportRepeated(inputs, `${path}.inputs`, report);
  const measure: MaturityMeasure = {
    inputs,
    over: keysFrom(record.over, `${path}.over`, report),
    under:
      Array.isArray(record.under) && record.under.length === 0
        ? []
        : keysFrom(record.under, `${path}.under`, report),
    unit: choiceFrom(measureUnits, record.unit, `${path}.unit`, report),
    better: choiceFrom(measureDirections, record.better, `${path}.better`, report),
    marks: listFrom(record.marks, `${path}.marks`, report).map((mark, at) =>
      markFrom(mark, `${path}.marks.${at}`, report),
    ),
  };
  reportMeasure(measure, top, path, report);
  return measure;
}

function inputFrom(source: unknown, path: string, report: ModelReport): MeasureInput {
  const record = recordFrom(source, path, report);
  return {
    key: keyFrom(record.key, `${path}.key`, report),
    name: bilingualFrom(record.name, `${path}.name`, report),
    unit: choiceFrom(measureUnits, record.unit, `${path}.unit`, report),
    source: record.source === null ? null : choiceFrom(bookFigures, record.source, `${path}.source`, report),
  };
}

function keysFrom(source: unknown, path: string, report: ModelReport): string[] {
  return listFrom(source, path, report).map((key, at) => keyFrom(key, `${path}.${at}`, report));
}

/** The mark of a level just added is open; nothing lies above or below it. */
function markFrom(source: unknown, path: string, report: ModelReport): number {
  if (source !== null) return hundredthsFrom(source, path, report);
  report(path, 'cut-missing');
  return Number.NaN;
}

/** Two decimals at most: figures are shown in hundredths, and a finer cut could not be told from them. */
export function hundredthsFrom(source: unknown, path: string, report: ModelReport): number {
  if (typeof source === 'number' && Number(source.toFixed(2)) === source) return source;
  report(path, 'cut-not-exact');
  return 0;
}

function reportMeasure(
  { inputs, over, under, better, marks }: MaturityMeasure,
  top: number,
  path: string,
  report: ModelReport,
): void {
  const known = inputs.map(({ key }) => key);
  for (const [part, keys] of Object.entries({ over, under }))
    keys.forEach((key, at) => {
      if (!known.includes(key)) report(`${path}.${part}.${at}`, 'input-unknown');
    });
  known.forEach((key, at) => {
    if (!over.includes(key) && !under.includes(key)) report(`${path}.inputs.${at}`, 'input-unused');
  });
  const falls = (mark: number, before: number) => (better === 'higher' ? mark <= before : mark >= before);
  marks.forEach((mark, at) => {
    const before = marks[at - 1];
    if (before !== undefined && falls(mark, before)) report(`${path}.marks.${at}`, 'mark-misplaced');
  });
  if (marks.length !== top - 1) report(`${path}.marks`, 'mark-misplaced');
}
