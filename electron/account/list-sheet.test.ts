import { expect, test } from 'vitest';
import { accountListColumns } from '../../db/account/list-column.ts';
import { accountListSheet } from './list-sheet.ts';

test('every column of the account list has one in its workbook', () => {
  const keys = accountListSheet(accountListColumns, 'en', 'CNY', [], []).map(({ key }) => key);
  expect(keys).toEqual(accountListColumns);
});
