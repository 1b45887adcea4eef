import { createCustomField, getCustomField } from '../custom-field/query.ts';
import { setCustomValues } from '../custom-field/value-query.ts';
import type { Writer } from '../schema.ts';
import type { Bilingual, Language } from '../types/language.ts';

const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });

const systems = [t('SAP', 'SAP'), t('Kingdee', '金蝶'), t('Yonyou', '用友'), t('None yet', '暂无')];

/** What the sample's CSM keeps of each account: its system (by its place above), its sites, and whether it may be quoted. */
const values: readonly [key: string, system: number | null, sites: number | null, mayQuote: 0 | 1 | null][] =
  [
    ['YJ-001', 1, 42, 1],
    ['BC-014', 2, 18, 0],
    ['HR-102', 0, 126, null],
    ['KL-055', 0, 31, 1],
    ['LH-007', 1, 9, null],
    ['NF-018', 2, 64, 0],
    ['QH-033', 3, 5, null],
    ['ZY-021', 0, null, null],
  ];

/** Three fields of the user's own, filled as far as a CSM gets round to it. */
export async function sampleCustomFields(trx: Writer, language: Language): Promise<void> {
  const system = await createCustomField(trx, {
    name: t('ERP system', 'ERP 系统')[language],
    kind: 'choice',
    choices: systems.map((name) => name[language]),
  });
  const sites = await createCustomField(trx, {
    name: t('Sites', '站点数')[language],
    kind: 'number',
    choices: [],
  });
  const quote = await createCustomField(trx, {
    name: t('May be quoted', '可对外引用')[language],
    kind: 'yes-no',
    choices: [],
  });
  const { choices } = await getCustomField(trx, system);
  for (const [key, chosen, count, may] of values) {
    const account = await trx.selectFrom('account').select('id').where('key', '=', key).executeTakeFirst();
    if (!account) continue;
    const stated = (fieldId: number, value: number | null | undefined) =>
      value === null || value === undefined ? [] : [{ fieldId, value: { value, currency: null } }];
    await setCustomValues(trx, account.id, [
      ...stated(system, chosen === null ? null : choices[chosen]?.id),
      ...stated(sites, count),
      ...stated(quote, may),
    ]);
  }
}
