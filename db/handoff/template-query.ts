import type { Selectable } from 'kysely';
import { Failure } from '../failure.ts';
import type { Reader, Writer } from '../schema.ts';
import type { HandoffTemplateTable } from './table.ts';
import {
  builtInTemplates,
  type HandoffKind,
  type HandoffTemplate,
  handoffKinds,
  readTemplate,
} from './template.ts';

/** A delivery list being edited: of a template's shape, but its texts may be blank and its rules not yet kept. */
export type TemplateDraft = Pick<HandoffTemplate, 'kind' | 'name' | 'sections'>;

export type TemplateVersion = {
  readonly template: HandoffTemplate;
  /** Handoffs made with this version; while there is one, the version cannot go. */
  readonly handoffs: number;
};

/** The versions of a kind, the newest first; the one the product came with is among them from the beginning. */
export async function listTemplateVersions(db: Reader, kind: HandoffKind): Promise<TemplateVersion[]> {
  const rows = await db
    .selectFrom('handoff_template')
    .leftJoin('handoff', 'handoff.template_id', 'handoff_template.id')
    .selectAll('handoff_template')
    .select(({ fn }) => fn.count<number>('handoff.id').as('handoffs'))
    .where('kind', '=', kind)
    .groupBy('handoff_template.id')
    .execute();
  const kept = rows.map(({ handoffs, ...row }) => ({ template: templateOf(row), handoffs }));
  const builtIn = builtInTemplates[kind];
  const isKept = kept.some(({ template }) => template.version === builtIn.version);
  return [...kept, ...(isKept ? [] : [{ template: builtIn, handoffs: 0 }])].sort(
    (a, b) => b.template.version - a.template.version,
  );
}

/** What a handoff of this kind begins with today. */
export async function currentTemplate(db: Reader, kind: HandoffKind): Promise<HandoffTemplate> {
  const [newest] = await listTemplateVersions(db, kind);
  return newest?.template ?? builtInTemplates[kind];
}

/** The list of this kind that is being edited, or null. */
export async function findTemplateDraft(db: Reader, kind: HandoffKind): Promise<TemplateDraft | null> {
  const row = await db
    .selectFrom('handoff_template_draft')
    .select('body')
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row ? (JSON.parse(row.body) as TemplateDraft) : null;
}

export async function saveTemplateDraft(trx: Writer, draft: TemplateDraft): Promise<void> {
  const body = JSON.stringify(draft);
  await trx
    .insertInto('handoff_template_draft')
    .values({ kind: draft.kind, body })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet({ body }))
    .execute();
}

/** @throws Failure record.not-found */
export async function discardTemplateDraft(trx: Writer, kind: HandoffKind): Promise<void> {
  const { numDeletedRows } = await trx
    .deleteFrom('handoff_template_draft')
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== 1n) throw new Failure('record.not-found', { noun: 'handoff-template', id: kind });
}

/**
 * Makes the draft the next version of its kind. Handoffs made with an earlier one keep it.
 * @returns the version
 * @throws Failure handoff-template.incomplete with the number of problems, record.not-found
 */
export async function publishTemplateDraft(trx: Writer, kind: HandoffKind): Promise<number> {
  const draft = await findTemplateDraft(trx, kind);
  if (!draft) throw new Failure('record.not-found', { noun: 'handoff-template', id: kind });
  const { version } = await currentTemplate(trx, kind);
  const { template, problems } = readTemplate({ ...draft, version: version + 1 });
  if (!template) throw new Failure('handoff-template.incomplete', { count: problems.length });
  await keepTemplate(trx, template);
  await discardTemplateDraft(trx, kind);
  return template.version;
}

/** The row of this version, written on first use. */
export async function keepTemplate(trx: Writer, template: HandoffTemplate): Promise<number> {
  const { kind, version } = template;
  const kept = await trx
    .selectFrom('handoff_template')
    .select('id')
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst();
  if (kept) return kept.id;
  const { id } = await trx
    .insertInto('handoff_template')
    .values({ kind, version, body: JSON.stringify(template) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A version that was kept. A text that cannot be read is our fault: nothing unread is ever kept. */
export function templateOf({ body, kind, version }: Selectable<HandoffTemplateTable>): HandoffTemplate {
  const { template, problems } = readTemplate(JSON.parse(body));
  if (!template)
    throw new TypeError(`delivery list ${kind} ${version} is damaged: ${JSON.stringify(problems)}`);
  return template;
}

/** Today's list of every kind with what is known of it at a glance. */
export async function templateSummaries(db: Reader) {
  return Promise.all(
    handoffKinds.map(async (kind) => {
      const { version, name } = await currentTemplate(db, kind);
      return { kind, version, name, isBeingEdited: (await findTemplateDraft(db, kind)) !== null };
    }),
  );
}
