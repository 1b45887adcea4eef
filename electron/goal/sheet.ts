import type { ExportedRow } from '../../db/export/query.ts';
import { goalDirections, goalTerms } from '../../db/goal/rule.ts';
import { accountReference } from '../account/reference.ts';
import { type NounSheet, ownWords } from '../export/noun-sheet.ts';

export const goalSheet: NounSheet<ExportedRow<'goal'>> = {
  noun: 'goal',
  headingKey: (column) => `goal.sheet.${column}`,
  choiceKey: (column, key) => `goal.${column}.${key}`,
  columns: [
    ...accountReference,
    { key: 'metric', is: 'text', value: ({ metric }) => metric, synonyms: [] },
    { key: 'unit', is: 'text', most: 40, value: ({ unit }) => unit, synonyms: [] },
    { key: 'valuePoint', is: 'text', value: ({ value_point_name }) => value_point_name, synonyms: [] },
    { key: 'term', is: 'choice', value: ({ term }) => term, labels: ownWords(goalTerms), synonyms: [] },
    {
      key: 'direction',
      is: 'choice',
      value: ({ direction }) => direction,
      labels: ownWords(goalDirections),
      synonyms: [],
    },
    { key: 'baseline', is: 'number', value: ({ baseline }) => baseline, synonyms: [] },
    { key: 'baselineOn', is: 'date', value: ({ baseline_on }) => baseline_on, synonyms: [] },
    { key: 'target', is: 'number', value: ({ target }) => target, synonyms: [] },
    { key: 'dueOn', is: 'date', value: ({ due_on }) => due_on, synonyms: [] },
    { key: 'owner', is: 'text', value: ({ owner }) => owner, synonyms: ['责任人'] },
    { key: 'definedBy', is: 'text', value: ({ defined_by }) => defined_by, synonyms: [] },
    { key: 'confirmedOn', is: 'date', value: ({ confirmed_on }) => confirmed_on, synonyms: [] },
    { key: 'redefinedOn', is: 'date', value: ({ redefined_on }) => redefined_on, synonyms: [] },
    { key: 'closedOn', is: 'date', value: ({ closed_on }) => closed_on, synonyms: [] },
    { key: 'note', is: 'text', value: ({ note }) => note, wrap: true, synonyms: ['Note for the house'] },
  ],
};

/** What goals were read at; a reading names its goal by account, metric and due day. */
export const readingSheet: NounSheet<ExportedRow<'goal_reading'>> = {
  noun: 'goal_reading',
  headingKey: (column) => `goal.readingSheet.${column}`,
  choiceKey: (_, key) => key,
  columns: [
    ...accountReference,
    {
      key: 'goalMetric',
      is: 'text',
      value: ({ metric }) => metric,
      synonyms: ['Metric', 'Goal', 'Goal Name', 'KPI', 'Indicator', '目标', '目标名称', '指标', '指标名称'],
    },
    { key: 'goalDueOn', is: 'date', value: ({ due_on }) => due_on, synonyms: [] },
    {
      key: 'readOn',
      is: 'date',
      value: ({ read_on }) => read_on,
      synonyms: [
        'Date',
        'Reading Date',
        'Measured On',
        'As Of',
        'Day',
        '日期',
        '统计日期',
        '数据日期',
        '截至日期',
      ],
    },
    {
      key: 'value',
      is: 'figure',
      value: ({ value }) => value,
      synonyms: ['Reading', 'Actual', 'Figure', 'Result', '读数', '实际值', '数据'],
    },
    {
      key: 'source',
      is: 'text',
      value: ({ source }) => source,
      synonyms: ['Data Source', 'Origin', '数据来源', '出处'],
    },
  ],
};
