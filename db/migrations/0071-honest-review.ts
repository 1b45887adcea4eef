import { type Kysely, sql } from 'kysely';

/**
 * Why a review goes out although rules of honesty are open, with the rules the answer was about; and how ready each section of
 * a frozen review was, which its copy did not keep.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table qbr add column honesty_answer text check (honesty_answer <> '')`,
  `alter table qbr add column honesty_gaps text not null default '[]' check (json_valid(honesty_gaps))`,
  'alter table qbr_freeze add column sections text check (json_valid(sections))',
];
