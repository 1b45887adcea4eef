import type { Reader, Writer } from '../schema.ts';

/** The names in use, for suggestions. */
export async function listValuePoints(db: Reader): Promise<{ id: number; name: string }[]> {
  return db.selectFrom('value_point').select(['id', 'name']).orderBy('name').execute();
}

/** The value point of that name, made when it is new; null for an empty name. Upper and lower case do not tell names apart. */
export async function valuePointNamed(trx: Writer, name: string | null): Promise<number | null> {
  const wanted = name?.trim();
  if (!wanted) return null;
  const known = await trx
    .selectFrom('value_point')
    .select('id')
    .where((eb) => eb(eb.fn('lower', ['name']), '=', wanted.toLowerCase()))
    .executeTakeFirst();
  if (known) return known.id;
  const { id } = await trx
    .insertInto('value_point')
    .values({ name: wanted })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
