import { expect, test } from 'vitest';
import type { GridValue } from '../files/workbook/grid.ts';
import type { Field } from './field.ts';
import { isHeadingOf, matchColumns } from './match.ts';

const fields: Field[] = [
  {
    key: 'key',
    kind: { is: 'text' },
    label: { en: 'Account ID', 'zh-CN': '客户编号' },
    synonyms: ['Customer No'],
  },
  {
    key: 'name',
    kind: { is: 'text' },
    label: { en: 'Name', 'zh-CN': '客户名称' },
    synonyms: ['Account Name', 'Company'],
  },
  {
    key: 'owner',
    kind: { is: 'text' },
    label: { en: 'Owner', 'zh-CN': '客户成功经理' },
    synonyms: ['Account Owner'],
  },
  {
    key: 'since',
    kind: { is: 'date' },
    label: { en: 'Customer since', 'zh-CN': '成为客户' },
    synonyms: ['signup_date'],
  },
  { key: 'amount', kind: { is: 'money' }, label: { en: 'Amount', 'zh-CN': '金额' }, synonyms: ['年费'] },
];
const match = (headings: string[], samples: GridValue[][] = []) =>
  matchColumns(headings, samples, fields).map(
    ({ field, suggestion }) => field ?? (suggestion && `${suggestion}?`),
  );

test('columns are known by our names in both languages and by those of other programs', () => {
  expect(match(['account_id', 'Account Name', 'Account Owner', 'signup_date', 'Other'])).toEqual([
    'key',
    'name',
    'owner',
    'since',
    null,
  ]);
  expect(match(['客户编号', '客户名称 *', '客户成功经理', '年费（万元）'])).toEqual([
    'key',
    'name',
    'owner',
    'amount',
  ]);
});

test('a field is used once, by the column that fits best', () => {
  expect(match(['Name', 'Name of company'])).toEqual(['name', null]);
});

test('two columns that fit alike are both left to the user', () => {
  expect(match(['Name', 'name'])).toEqual(['name?', 'name?']);
});

test('a likeness is suggested, not taken', () => {
  expect(match(['Owner e-mail'])).toEqual(['owner?']);
});

test('values of another kind make a match doubtful', () => {
  expect(match(['Amount'], [['high', 'low', 'high']])).toEqual(['amount?']);
  expect(match(['Amount'], [['12', null, '1,5']])).toEqual(['amount']);
});

test('a heading is known with or without its unit', () => {
  const isHeading = isHeadingOf(fields);
  expect(['金额（元）', 'AMOUNT', 'Acme'].map(isHeading)).toEqual([true, true, false]);
});
