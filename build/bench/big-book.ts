import { sql } from 'kysely';
import { type Book, createBook } from '../../db/open.ts';
import { describeBook } from '../../db/queries/book.ts';
import { establish } from '../../db/record.ts';

/** Rows per account: people, contract years and lines on the timeline. */
const per = { contact: 4, contract: 2, note: 20 };

/**
 * A book of so many accounts with everything that hangs on them, the same each time: names in both scripts, contracts that
 * ended, run and wait, four contacts and twenty notes each.
 */
export async function bigBook(file: string, accounts: number, now: () => Date): Promise<Book> {
  const book = await createBook(file, { now });
  await establish(book, async (trx) => {
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
  });
  return book;
}

function counted(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}
