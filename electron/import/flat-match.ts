import { type FlatNoun, flatField, flatNouns } from '../../db/import/flat-list.ts';
import { headingWord } from '../../db/types/heading-word.ts';
import type { GridValue } from '../files/workbook/grid.ts';
import type { Field, ImportFields } from './field.ts';
import { headingsOf, type Match, matchColumns } from './match.ts';

/** How a heading may begin with what its column is of: Contact email, 联系人电话, 合同金额, Primary contact. */
const beginnings: Readonly<Record<FlatNoun, readonly string[]>> = {
  account: ['account', 'customer', 'client', 'company', '客户', '公司', '企业'],
  contract: ['contract', 'subscription', 'deal', '合同', '订阅', '服务'],
  contact: ['primarycontact', 'maincontact', 'keycontact', 'contact', '主要联系人', '主联系人', '联系人'],
};

/** Fields that name another row, or that only a CRM's export has. */
const apart = new Set([
  'accountKey',
  'accountName',
  'renewsKey',
  'renewsStartOn',
  'renewsProduct',
  'dealStage',
]);

/** All fields a flat list can fill, called by their noun; known also by their names behind the noun's. */
export function flatFields(offered: ImportFields): Field[] {
  // What is some field's own name stays that field's: Account Owner is whom the CRM calls so.
  const taken = new Set(flatNouns.flatMap((noun) => offered[noun].flatMap(headingsOf)));
  return flatNouns.flatMap((noun) =>
    offered[noun]
      .filter(({ key }) => !apart.has(key))
      .map((field) => {
        const names = [field.label.en, field.label['zh-CN'], ...field.synonyms];
        const begun = beginnings[noun]
          .flatMap((beginning) => names.map((name) => `${beginning} ${name}`))
          .filter((name) => !taken.has(headingWord(name)));
        return { ...field, key: flatField(noun, field.key), synonyms: [...field.synonyms, ...begun] };
      }),
  );
}

/**
 * The columns of a list whose rows hold a customer with its contract or its contact, by their fields; null where it is a
 * list of one noun. Of fields that a column fits alike the account's comes first, then the contract's.
 */
export function matchFlat(
  headings: readonly string[],
  samples: readonly (readonly GridValue[])[],
  offered: ImportFields,
): Match[] | null {
  const fields = flatFields(offered);
  const matches = matchColumns(headings, samples, fields, [], { firstOfEqual: true });
  const found = new Set(matches.map(({ field }) => field));
  const has = (noun: FlatNoun, ...keys: string[]) => keys.some((key) => found.has(flatField(noun, key)));
  const count = (noun: FlatNoun) => [...found].filter((field) => field?.startsWith(`${noun}.`)).length;
  const isOfContracts =
    has('contract', 'amount', 'annualAmount', 'monthlyAmount') ||
    (has('contract', 'startOn', 'endOn') && count('contract') > 1);
  const isOfContacts = has('contact', 'name', 'lastName', 'email');
  const ofAccounts = count('account') - (has('account', 'key') ? 1 : 0);
  // An account's name stands in every list of contracts; a customer is more than its name.
  const nouns = [ofAccounts > 1, isOfContracts, isOfContacts].filter((each) => each).length;
  return has('account', 'name') && nouns > 1 ? matches : null;
}
