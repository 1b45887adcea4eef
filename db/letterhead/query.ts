import type { Reader, Writer } from '../schema.ts';
import type { Letterhead, StageTaken, ThemeLook } from './rule.ts';

/** The house's look on what leaves it; nothing in a book that has none. */
export async function letterhead(db: Reader): Promise<Letterhead> {
  const row = await db.selectFrom('letterhead').selectAll().executeTakeFirst();
  const {
    logo = null,
    logo_type = null,
    logo_ratio = null,
    template_name = null,
    theme = null,
    stage = null,
  } = row ?? {};
  return {
    logo:
      logo === null || logo_type === null || logo_ratio === null
        ? null
        : { picture: logo, type: logo_type, ratio: logo_ratio },
    template:
      template_name === null || theme === null
        ? null
        : {
            name: template_name,
            // Both written below and nowhere else.
            look: JSON.parse(theme) as ThemeLook,
            stage: stage === null ? null : (JSON.parse(stage) as StageTaken),
          },
  };
}

/** Changes the logo, the template or both; what is not given stays, null takes it away. */
export async function setLetterhead(trx: Writer, change: Partial<Letterhead>): Promise<void> {
  const { logo, template } = { ...(await letterhead(trx)), ...change };
  const facts = {
    logo: logo?.picture ?? null,
    logo_type: logo?.type ?? null,
    logo_ratio: logo?.ratio ?? null,
    template_name: template?.name ?? null,
    theme: template ? JSON.stringify(template.look) : null,
    stage: template?.stage ? JSON.stringify(template.stage) : null,
  };
  await trx
    .insertInto('letterhead')
    .values({ id: 1, ...facts })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute();
}
