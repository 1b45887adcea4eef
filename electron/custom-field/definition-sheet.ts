import { customFieldKinds } from '../../db/custom-field/rule.ts';
import type { ExportedRow } from '../../db/export/query.ts';
import { schemeKinds, touchModels } from '../../db/segment/rule.ts';
import { longestProse } from '../../db/types/text-length.ts';
import { proofDirections } from '../../db/value/point.ts';
import { type NounSheet, ownWords } from '../export/noun-sheet.ts';

/** The user's own fields of accounts. */
export const customFieldSheet: NounSheet<ExportedRow<'custom_field'>> = {
  noun: 'custom_field',
  headingKey: (column) => `customField.sheet.${column}`,
  choiceKey: (_, key) => `customField.kindOf.${key}`,
  columns: [
    { key: 'name', is: 'text', value: ({ name }) => name, synonyms: [] },
    {
      key: 'kind',
      is: 'choice',
      value: ({ kind }) => kind,
      labels: ownWords(customFieldKinds),
      synonyms: [],
    },
  ],
};

/** What can be chosen in them. */
export const customChoiceSheet: NounSheet<ExportedRow<'custom_choice'>> = {
  noun: 'custom_choice',
  headingKey: (column) => `customField.choiceSheet.${column}`,
  choiceKey: (_, key) => key,
  columns: [
    { key: 'fieldName', is: 'text', value: ({ field_name }) => field_name, synonyms: [] },
    { key: 'name', is: 'text', value: ({ name }) => name, synonyms: [] },
    { key: 'isRetired', is: 'yes-no', value: ({ is_retired }) => is_retired === 1, synonyms: [] },
  ],
};

export const schemeSheet: NounSheet<ExportedRow<'segmentation_scheme'>> = {
  noun: 'segmentation_scheme',
  headingKey: (column) => `segment.schemeSheet.${column}`,
  choiceKey: (_, key) => `segment.kind.${key}`,
  columns: [
    { key: 'name', is: 'text', value: ({ name }) => name, synonyms: [] },
    { key: 'kind', is: 'choice', value: ({ kind }) => kind, labels: ownWords(schemeKinds), synonyms: [] },
    { key: 'purpose', is: 'text', value: ({ purpose }) => purpose, wrap: true, synonyms: [] },
  ],
};

export const segmentSheet: NounSheet<ExportedRow<'segment'>> = {
  noun: 'segment',
  headingKey: (column) => `segment.sheet.${column}`,
  choiceKey: (_, key) => `segment.touch.${key}`,
  columns: [
    { key: 'schemeName', is: 'text', value: ({ scheme_name }) => scheme_name, synonyms: [] },
    { key: 'name', is: 'text', value: ({ name }) => name, synonyms: [] },
    { key: 'description', is: 'text', value: ({ description }) => description, wrap: true, synonyms: [] },
    { key: 'touch', is: 'choice', value: ({ touch }) => touch, labels: ownWords(touchModels), synonyms: [] },
    {
      key: 'reviewsPerYear',
      is: 'integer',
      least: 2,
      most: 52,
      value: ({ reviews_per_year }) => reviews_per_year,
      synonyms: [],
    },
    { key: 'milestoneTemplate', is: 'text', value: ({ template_name }) => template_name, synonyms: [] },
    { key: 'fitEvidence', is: 'text', value: ({ fit_evidence }) => fit_evidence, wrap: true, synonyms: [] },
    { key: 'isValidated', is: 'yes-no', value: ({ is_validated }) => is_validated === 1, synonyms: [] },
    { key: 'rule', is: 'text', most: longestProse, value: ({ rule }) => rule, width: 40, synonyms: [] },
  ],
};

export const valuePointSheet: NounSheet<ExportedRow<'value_point'>> = {
  noun: 'value_point',
  headingKey: (column) => `valuePoint.sheet.${column}`,
  choiceKey: (_, key) => `valuePoint.direction.${key}`,
  columns: [
    { key: 'name', is: 'text', value: ({ name }) => name, synonyms: [] },
    { key: 'description', is: 'text', value: ({ description }) => description, wrap: true, synonyms: [] },
    { key: 'proofMetric', is: 'text', value: ({ proof_metric }) => proof_metric, synonyms: [] },
    { key: 'proofUnit', is: 'text', value: ({ proof_unit }) => proof_unit, synonyms: [] },
    {
      key: 'proofDirection',
      is: 'choice',
      value: ({ proof_direction }) => proof_direction,
      labels: ownWords(proofDirections),
      synonyms: [],
    },
  ],
};
