import type Database from 'better-sqlite3';

/** Tables whose changes are not the user's: the log itself and what is derived from it. */
const untracked = ['action', 'change'];

type Column = { name: string };

/**
 * Takes the triggers away for a migration: what it moves about is no action of the user, and a table with a trigger on it lets
 * no column go.
 */
export function dropChangeTriggers(sqlite: Database.Database): void {
  const old = sqlite
    .prepare<[], { name: string }>(
      `select name from sqlite_schema where type = 'trigger' and name like 'log\\_%' escape '\\'`,
    )
    .all();
  for (const { name } of old) sqlite.exec(`drop trigger "${name}"`);
}

/**
 * Makes the triggers that write every insert, update and delete into `change`, from the tables as they are, after each
 * migration and in its transaction, so that no column is ever missing from the log. A change belongs to the newest action;
 * `record` (record.ts) begins each transaction by adding one.
 */
export function createChangeTriggers(sqlite: Database.Database): void {
  for (const table of trackedTables(sqlite))
    for (const statement of triggersFor(sqlite, table)) sqlite.exec(statement);
}

/** Every table with an `id` whose rows are the user's. */
export function trackedTables(sqlite: Database.Database): string[] {
  return sqlite
    .prepare<[], { name: string }>(
      `select t.name from pragma_table_list t join pragma_table_info(t.name) c on c.name = 'id' and c.pk = 1
       where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\' order by t.name`,
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => !untracked.includes(name) && !name.startsWith('search'));
}

function triggersFor(sqlite: Database.Database, table: string): string[] {
  const columns = sqlite.prepare<[string], Column>('select name from pragma_table_info(?)').all(table);
  const json = (row: 'old' | 'new') =>
    `json_object(${columns.map(({ name }) => `'${name}', ${row}."${name}"`).join(', ')})`;
  const changed = columns.map(({ name }) => `old."${name}" is not new."${name}"`).join(' or ');
  const isOfAccount = columns.some(({ name }) => name === 'account_id');
  const account = (row: 'old' | 'new') =>
    table === 'account' ? `${row}.id` : isOfAccount ? `${row}.account_id` : 'null';
  const log = (row: 'old' | 'new', before: string, after: string) =>
    `begin insert into change (action_id, table_name, row_id, account_id, before, after)
     values ((select max(id) from action), '${table}', ${row}.id, ${account(row)}, ${before}, ${after}); end`;
  return [
    `create trigger log_${table}_insert after insert on "${table}" ${log('new', 'null', json('new'))}`,
    `create trigger log_${table}_update after update on "${table}" when ${changed} ${log('new', json('old'), json('new'))}`,
    `create trigger log_${table}_delete after delete on "${table}" ${log('old', json('old'), 'null')}`,
  ];
}
