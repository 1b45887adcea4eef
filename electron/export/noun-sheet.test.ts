import { expect, test } from 'vitest';
import { type ImportNoun, importNouns } from '../../db/import/noun.ts';
import { isHeadingOf, matchColumns } from '../import/match.ts';
import { importFields } from './sheets.ts';

const matched = (noun: ImportNoun, headings: string[]) =>
  matchColumns(headings, [], importFields[noun]).map(({ field }) => field);

test.each(importNouns)('every heading and choice of the %s sheet has its words in both languages', (noun) => {
  for (const { key, label, kind } of importFields[noun]) {
    expect(Object.values(label).join()).not.toContain(`.${key}`);
    if (kind.is === 'choice')
      expect(Object.values(kind.choices).flat().join()).not.toMatch(/\w\.(choice|kind|kindOf|unit|verb)\./);
  }
});

test.each(importNouns)(
  'the %s sheet knows its own headings again in both languages, each as itself',
  (noun) => {
    const fields = importFields[noun];
    for (const language of ['en', 'zh-CN'] as const)
      expect(
        matched(
          noun,
          fields.map(({ label }) => label[language]),
        ),
      ).toEqual(fields.map(({ key }) => key));
  },
);

test.each<[ImportNoun, string[], (string | null)[]]>([
  [
    'account',
    'account_id account_name industry country signup_date referral_source plan_tier seats is_trial churn_flag'.split(
      ' ',
    ),
    ['key', 'name', 'industry', 'region', 'customerSince', null, 'tier', null, null, null],
  ],
  [
    'contract',
    'subscription_id account_id start_date end_date plan_tier seats mrr_amount arr_amount is_trial upgrade_flag downgrade_flag churn_flag billing_frequency auto_renew_flag'.split(
      ' ',
    ),
    [
      'key',
      'accountKey',
      'startOn',
      'endOn',
      'product',
      'seats',
      'monthlyAmount',
      'annualAmount',
      'isTrial',
      null,
      null,
      'hasChurned',
      'billingPeriod',
      'autoRenews',
    ],
  ],
  [
    'account',
    [
      'Account ID',
      'Account Name',
      'Account Owner',
      'Type',
      'Industry',
      'Billing Country',
      'Created Date',
      'Description',
    ],
    ['key', 'name', 'salesOwner', null, 'industry', 'region', 'customerSince', 'description'],
  ],
  [
    'account',
    [
      'Record ID',
      'Company name',
      'Company owner',
      'Lifecycle Stage',
      'Industry',
      'Country/Region',
      'Create Date',
    ],
    ['key', 'name', 'owner', 'status', 'industry', 'region', 'customerSince'],
  ],
  [
    'contact',
    ['First Name', 'Last Name', 'Account Name', 'Title', 'Email', 'Mobile', 'Last Activity'],
    ['firstName', 'lastName', 'accountName', 'title', 'email', 'phone', 'lastTouchedOn'],
  ],
  [
    'contact',
    [
      'First Name',
      'Last Name',
      'Email',
      'Phone Number',
      'Associated Company',
      'Job Title',
      'Buying Role',
      'Last Activity Date',
    ],
    ['firstName', 'lastName', 'email', 'phone', 'accountName', 'title', 'role', 'lastTouchedOn'],
  ],
  [
    'contract',
    [
      '合同编号',
      '客户名称',
      '产品',
      '席位数',
      '合同金额（万元）',
      '币种',
      '付款方式',
      '合同开始日期',
      '合同结束日期',
    ],
    ['key', 'accountName', 'product', 'seats', 'amount', 'currency', 'billingPeriod', 'startOn', 'endOn'],
  ],
  [
    'note',
    ['客户', '跟进时间', '跟进方式', '跟进内容', '联系人'],
    ['accountName', 'occurredOn', 'kind', 'body', 'contactName'],
  ],
])('headings of other programs are known: %s %j', (noun, headings, fields) => {
  expect(matched(noun, headings)).toEqual(fields);
});

test('a heading row of any noun is told from a row of values', () => {
  const isHeading = isHeadingOf(importFields.account);
  expect(['客户编号', 'Account Name', 'Acme', '2026-01-02'].map(isHeading)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
