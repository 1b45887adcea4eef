import type { ExportedRow } from '../../db/export/query.ts';
import { repeatUnits } from '../../db/task/rule.ts';
import { accountReference } from '../account/reference.ts';
import { type NounSheet, ownWords } from '../export/noun-sheet.ts';

export const taskSheet: NounSheet<ExportedRow<'task'>> = {
  noun: 'task',
  headingKey: (column) => `task.sheet.${column}`,
  choiceKey: (_, key) => `task.unit.${key}`,
  columns: [
    ...accountReference,
    { key: 'title', is: 'text', value: ({ title }) => title, wrap: true, width: 50, synonyms: [] },
    { key: 'owner', is: 'text', value: ({ owner }) => owner, synonyms: ['责任人'] },
    { key: 'dueOn', is: 'date', value: ({ due_on }) => due_on, synonyms: [] },
    { key: 'doneOn', is: 'date', value: ({ done_on }) => done_on, synonyms: [] },
    { key: 'snoozedUntil', is: 'date', value: ({ snoozed_until }) => snoozed_until, synonyms: [] },
    {
      key: 'repeatUnit',
      is: 'choice',
      value: ({ repeat_unit }) => repeat_unit,
      labels: ownWords(repeatUnits),
      synonyms: [],
    },
    { key: 'repeatEvery', is: 'integer', least: 1, value: ({ repeat_every }) => repeat_every, synonyms: [] },
    { key: 'repeatFromOn', is: 'date', value: ({ repeat_from_on }) => repeat_from_on, synonyms: [] },
  ],
};
