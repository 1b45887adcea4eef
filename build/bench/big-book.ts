import { sql } from 'kysely';
import { describeBook } from '../../db/book/query.ts';
import { storeModel } from '../../db/maturity/model-query.ts';
import { builtInModels } from '../../db/maturity/models.ts';
import { type Book, createBook } from '../../db/open.ts';
import { initialize } from '../../db/record.ts';
import type { Writer } from '../../db/schema.ts';

/** Rows per account: people, contract years and lines on the timeline. */
const per = { contact: 4, contract: 2, note: 20 };

/**
 * A book of so many accounts with everything that hangs on them, the same each time: names in both scripts, contracts that
 * ended, run and wait, four contacts and twenty notes each.
 */
export async function bigBook(file: string, accounts: number, now: () => Date): Promise<Book> {
  const book = await createBook(file, { now });
  await initialize(book, async (trx) => {
    await describeBook(trx, {
      name: `${accounts} accounts`,
      owner: 'Bench',
      base_currency: 'CNY',
      fiscal_year_start_month: 1,
      language: 'en',
      time_zone: 'UTC',
      created_at: now().toISOString(),
    });
    await sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${accounts})
      insert into account (key, name, industry, size, region, tier, owner, status, tags, customer_since)
      select 'K-' || i,
        case i % 3 when 0 then '云集供应链' when 1 then 'Harbor Retail ' else 'Kestrel Logistics ' end || (i * 7919 % 100003),
        case i % 4 when 0 then 'Retail' when 1 then 'Logistics' when 2 then 'Health' else '制造' end,
        case i % 3 when 0 then 'small' when 1 then 'mid' else 'large' end,
        case i % 5 when 0 then 'East' when 1 then 'North' when 2 then 'South' when 3 then 'West' else 'Abroad' end,
        substr('ABC', 1 + i % 3, 1), 'Owner ' || (i % 23), case when i % 17 = 0 then 'churned' else 'active' end, '[]',
        date('2022-01-01', '+' || (i % 1500) || ' days') from n`.execute(trx);
    await sql`insert into contact (account_id, name, title, role, influence, sentiment, last_touched_on)
      select account.id, case account.id % 2 when 0 then '林' else 'Mei ' end || account.id || '-' || value, 'Director',
        case value when 1 then 'sponsor' when 2 then 'champion' else 'key-user' end, 1 + value, value - 2,
        date('2026-11-22', '-' || (account.id * value % 120) || ' days')
      from account, json_each(${JSON.stringify(counted(per.contact))})`.execute(trx);
    await sql`insert into contract (account_id, key, product, seats, amount_minor, currency, billing_period, annual_minor,
        start_on, end_on, first_paid_on, notice_days)
      select account.id, 'C-' || account.id || '-' || value, 'Platform', 10 + account.id % 200, (account.id * 7919 % 900000 + 10000) * 100, 'CNY', 'year',
        (account.id * 7919 % 900000 + 10000) * 100, date('2024-11-01', '+' || (value - 1) || ' years', '+' || (account.id % 360) || ' days'),
        date('2024-11-01', '+' || value || ' years', '+' || (account.id % 360 - 1) || ' days'),
        date('2024-11-01', '+' || (value - 1) || ' years', '+' || (account.id % 360) || ' days'), 30
      from account, json_each(${JSON.stringify(counted(per.contract))})`.execute(trx);
    await sql`insert into note (account_id, kind, occurred_on, body)
      select account.id, case value % 3 when 0 then 'note' when 1 then 'call' else 'meeting' end,
        date('2026-11-22', '-' || (value * 17 + account.id % 11) || ' days'),
        case account.id % 2 when 0 then '讨论续签与价值证明,下次带上数据。第 ' else 'Spoke about renewal and adoption, figure ' end || (account.id * value)
      from account, json_each(${JSON.stringify(counted(per.note))})`.execute(trx);
    await workToDo(trx);
  });
  return book;
}

/** What Today tells of: tasks, milestones, commitments and reviews of every account, some of each late; handoffs and assessments. */
async function workToDo(trx: Writer): Promise<void> {
  await sql`insert into task (account_id, title, due_on, done_on)
    select id, 'Call about figure ' || id, date('2026-11-22', '+' || (id % 200 - 10) || ' days'),
      case when id % 3 = 0 then '2026-11-01' end from account`.execute(trx);
  await sql`insert into milestone (account_id, kind, title, title_zh, stage, anchor, offset_days, due_on, reached_on)
    select account.id, 'milestone', 'Step ' || value, '第 ' || value || ' 步', 'onboarding', 'start', value * 30,
      date('2026-11-22', '+' || (value * 40 - 160 + account.id % 30) || ' days'),
      case when value < 4 or account.id % 9 > 0 then date('2026-11-22', '-' || (180 - value * 30) || ' days') end
    from account, json_each(${JSON.stringify(counted(5))})`.execute(trx);
  await sql`insert into commitment (account_id, text, side, made_on, due_on, status)
    select id, 'An export every Monday', 'us', '2026-08-01', date('2026-11-22', '+' || (id % 120 - 20) || ' days'),
      case when id % 4 = 0 then 'open' else 'kept' end from account`.execute(trx);
  await sql`insert into qbr (account_id, kind, from_on, to_on, meeting_on, minutes, held_on)
    select id, 'qbr', date('2026-11-22', '-' || (200 + id % 110) || ' days'), date('2026-11-22', '-' || (100 + id % 110) || ' days'),
      date('2026-11-22', '-' || (id % 110) || ' days'), 60, date('2026-11-22', '-' || (id % 110) || ' days') from account
    where id % 5 > 0`.execute(trx);
  const [model] = builtInModels;
  const modelId = model ? await storeModel(trx, model) : 0;
  await sql`insert into assessment (model_id, account_id, assessed_on, finished_on, overall_hundredths)
    select ${modelId}, id, date('2026-11-22', '-' || (id % 220) || ' days'), date('2026-11-22', '-' || (id % 220) || ' days'), 240
    from account where id % 2 = 0`.execute(trx);
  await sql`insert into segmentation_scheme (name, kind, position) values ('Size', 'a-priori', 1)`.execute(
    trx,
  );
  await sql`insert into segment (scheme_id, name, position, touch, reviews_per_year)
    values (1, 'Large', 1, 'high', 4), (1, 'Small', 2, 'tech', 2)`.execute(trx);
  await sql`insert into segment_placement (scheme_id, segment_id, account_id, placed_by)
    select 1, 1 + id % 2, id, 'hand' from account`.execute(trx);
}

function counted(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
