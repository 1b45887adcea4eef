import { relate } from '../contact/relation-query.ts';
import { changePrice } from '../contract/price-query.ts';
import type { Writer } from '../schema.ts';
import { addDays, addMonths, type IsoDate } from '../types/calendar.ts';
import type { Language } from '../types/language.ts';
import type { Story } from './account-story.ts';
import { langrun, lumen, qinghe, yunji } from './accounts-east.ts';
import { beichen, pinecrest, zhongyue } from './accounts-north.ts';
import { harbor, kestrel, nanfeng } from './accounts-south.ts';

const stories: readonly Story[] = [
  yunji,
  beichen,
  harbor,
  lumen,
  qinghe,
  zhongyue,
  kestrel,
  langrun,
  nanfeng,
  pinecrest,
];

/** The sample's customers with their contracts, people, notes and tasks. */
export async function sampleAccounts(trx: Writer, language: Language, today: IsoDate): Promise<void> {
  for (const story of stories) await writeStory(trx, story, language, today);
}

async function writeStory(trx: Writer, story: Story, language: Language, today: IsoDate): Promise<void> {
  const lastDay = addDays(today, story.endsInDays);
  const firstDay = addMonths(addDays(lastDay, 1), -12 * story.years);
  const { id } = await trx
    .insertInto('account')
    .values({
      key: story.key,
      name: story.name[language],
      legal_name: null,
      industry: story.industry[language],
      size: story.size,
      region: story.region[language],
      tier: story.tier,
      owner: { en: 'Lin Yue', 'zh-CN': '林悦' }[language],
      sales_owner: { en: 'Zhou Ming', 'zh-CN': '周明' }[language],
      tags: JSON.stringify(story.tags.map((tag) => tag[language])),
      description: null,
      customer_since: firstDay,
      archived_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tellContracts(trx, id, story, language, firstDay, today);
  const contactIds: number[] = [];
  for (const { name, title, touchedDaysAgo, ...facts } of story.contacts) {
    const contact = await trx
      .insertInto('contact')
      .values({
        ...facts,
        account_id: id,
        name: name[language],
        title: title[language],
        email: null,
        phone: null,
        languages: null,
        last_touched_on: addDays(today, -touchedDaysAgo),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    contactIds.push(contact.id);
  }
  for (const [who, kind, whom] of story.relations ?? [])
    await relate(trx, { contactId: contactIds[who] ?? 0, otherId: contactIds[whom] ?? 0, kind });
  for (const { kind, daysAgo, body } of story.notes)
    await trx
      .insertInto('note')
      .values({
        account_id: id,
        contact_id: null,
        kind,
        occurred_on: addDays(today, -daysAgo),
        body: body[language],
      })
      .execute();
  for (const { title, dueInDays } of story.next)
    await trx
      .insertInto('task')
      .values({
        account_id: id,
        title: title[language],
        owner: null,
        due_on: addDays(today, dueInDays),
        done_on: null,
        source_noun: null,
        source_id: null,
      })
      .execute();
}

/** One contract a year, each renewing the one before. */
async function tellContracts(
  trx: Writer,
  accountId: number,
  story: Story,
  language: Language,
  firstDay: IsoDate,
  today: IsoDate,
): Promise<void> {
  let renewed: number | null = null;
  for (let year = 0; year < story.years; year++) {
    const start = addMonths(firstDay, 12 * year);
    const isLast = year === story.years - 1;
    const before = isLast ? story.priceBefore : undefined;
    const now = Math.round((story.yearly * 100) / 1.08 ** (story.years - 1 - year));
    const amount = before ? before.yearly * 100 : now;
    const { id }: { id: number } = await trx
      .insertInto('contract')
      .values({
        account_id: accountId,
        key: `${story.key}-${year + 1}`,
        product: story.product[language],
        seats: story.seats,
        amount_minor: amount,
        currency: 'CNY',
        billing_period: 'year',
        annual_minor: amount,
        start_on: start,
        end_on: addDays(addMonths(firstDay, 12 * (year + 1)), -1),
        first_paid_on: start,
        notice_days: 30,
        auto_renews: 0,
        renews_contract_id: renewed,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (before) {
      const change = { fromOn: addDays(today, -before.untilDaysAgo), amountMinor: now, seats: null };
      await changePrice(trx, id, change);
    }
    renewed = id;
  }
}
