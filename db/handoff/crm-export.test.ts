import { expect, test } from 'vitest';
import { crmExportOf, crmImportColumns } from './crm-export.ts';

const list = (line: string) => line.split(',');

const known: [string, string, (string | null)[]][] = [
  [
    'salesforce account',
    'Account ID,Account Name,Account Owner,Type,Industry,Billing Country,Rating,Created Date',
    ['key', 'name', 'salesOwner', 'status', 'industry', 'region', null, null],
  ],
  [
    'salesforce account',
    'Id,IsDeleted,Name,Type,BillingCity,BillingCountry,Industry,NumberOfEmployees,OwnerId',
    ['key', null, 'name', 'status', null, 'region', 'industry', null, null],
  ],
  [
    'salesforce account',
    '客户名,客户所有人,类型,行业,帐单邮寄城市',
    ['name', 'salesOwner', 'status', 'industry', null],
  ],
  [
    'salesforce contact',
    'Salutation,First Name,Last Name,Title,Account Name,Account ID,Mobile,Phone,Email,Contact Owner',
    [null, 'firstName', 'lastName', 'title', 'accountName', 'accountKey', 'phone', null, 'email', null],
  ],
  [
    'salesforce opportunity',
    'Opportunity ID,Opportunity Name,Account Name,Account ID,Amount,Stage,Close Date,Probability (%),Opportunity Owner,Contract Start Date,Contract End Date',
    ['key', null, 'accountName', 'accountKey', 'amount', 'dealStage', null, null, null, 'startOn', 'endOn'],
  ],
  [
    'salesforce opportunity',
    'Id,AccountId,Name,StageName,Amount,CloseDate,IsWon',
    ['key', 'accountKey', null, null, 'amount', 'startOn?', 'dealStage'],
  ],
  [
    'salesforce opportunity',
    '业务机会名称,客户名,金额,结束日期,阶段,业务机会所有人',
    [null, 'accountName', 'amount', 'startOn?', 'dealStage', null],
  ],
  [
    'hubspot account',
    'Record ID,Company name,Company owner,Create Date,Industry,Country/Region,Lifecycle Stage,Close Date',
    ['key', 'name', 'owner', null, 'industry', 'region', 'status', null],
  ],
  [
    'hubspot contact',
    'Record ID,First Name,Last Name,Email,Job Title,Buying Role,Associated Company,Associated Company IDs,Lifecycle Stage',
    [null, 'firstName', 'lastName', 'email', 'title', 'role', 'accountName', 'accountKey', null],
  ],
  [
    'hubspot opportunity',
    'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Associated Company IDs,Associated Company IDs (Primary),Associated Company (Primary)',
    ['key', null, 'dealStage', 'startOn?', null, 'amount', null, null, 'accountKey', 'accountName'],
  ],
];

test.each(known)(
  'a file of %s with the headings %s is known and its columns proposed',
  (make, line, fields) => {
    const headings = list(line);
    const made = crmExportOf(headings);
    expect(made && `${made.product} ${made.noun}`).toBe(make);
    const columns = made ? crmImportColumns(headings, made.noun) : [];
    expect(
      columns.map((column) => column?.field ?? (column?.suggestion ? `${column.suggestion}?` : null)),
    ).toEqual(fields);
  },
);

test.each([
  'Account ID,Account Name,Industry,Start Date,ARR',
  'Account key,Account,Legal name,Industry,Size,Region,CSM,Sales owner,Status',
  'Contract ID,Account Name,Account Owner,Contract Number,Contract Start Date,Amount',
  'Customer,Owner,Tier',
  'Account Name,Last Name,Email',
  'Company name,First Name,Email',
  '客户名称,行业,负责人',
  '',
])('a list of one’s own with the headings %s is of no CRM', (line) => {
  expect(crmExportOf(list(line))).toBeNull();
});

test('of two columns that say the same the one listed first counts, and no field is filled twice', () => {
  const both = crmImportColumns(
    list('Stage,Is Closed Won,Won,Amount in company currency,Amount'),
    'opportunity',
  );
  expect(both.map((column) => column?.field)).toEqual([null, 'dealStage', null, null, 'amount']);
});
