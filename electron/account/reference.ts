import type { NounColumn } from '../export/noun-sheet.ts';

/** A row that belongs to an account names it by its key, by its name, or by both. */
export interface OfAccount {
  readonly account_key: string | null;
  readonly account_name: string | null;
}

export const accountReference: readonly NounColumn<OfAccount>[] = [
  {
    key: 'accountKey',
    is: 'text',
    value: (row) => row.account_key,
    synonyms: [
      'Account ID',
      'Customer ID',
      'Company ID',
      'Associated Company ID',
      '客户ID',
      '客户编码',
      '客户号',
    ],
  },
  {
    key: 'accountName',
    is: 'text',
    value: (row) => row.account_name,
    synonyms: [
      'Account Name',
      'Company',
      'Company Name',
      'Associated Company',
      'Customer',
      'Customer Name',
      'Client',
      '客户名称',
      '公司',
      '公司名称',
      '企业名称',
      '单位名称',
    ],
  },
];
