import type { Selectable } from 'kysely';
import { Failure } from '../failure.ts';
import type { PlannedStage } from '../lifecycle/rule.ts';
import type { Reader, Writer } from '../schema.ts';
import type { MilestoneAnchor, MilestoneKind, TouchChannel } from './rule.ts';
import type { MilestoneTemplateLineTable } from './table.ts';
import { standardJourney } from './template.ts';

export type TemplateLineFacts = {
  readonly kind: MilestoneKind;
  readonly title: string;
  readonly titleZh: string | null;
  readonly stage: PlannedStage;
  readonly anchor: MilestoneAnchor;
  readonly offsetDays: number;
  readonly channel: TouchChannel | null;
  readonly isFirstValue: boolean;
};
export type TemplateLine = TemplateLineFacts & { readonly id: number; readonly position: number };
export type TemplateName = { readonly name: string; readonly nameZh: string | null };
export type MilestoneTemplate = TemplateName & {
  readonly id: number;
  /** In the order they are shown. */
  readonly lines: readonly TemplateLine[];
  /** The segments whose accounts are planned from it, by name. */
  readonly segments: readonly string[];
};

/** Every template with its lines. A book without any gets a copy of the standard journey when one is first needed. */
export async function listMilestoneTemplates(db: Reader): Promise<MilestoneTemplate[]> {
  const [templates, lines, segments] = await Promise.all([
    db.selectFrom('milestone_template').selectAll().orderBy('id').execute(),
    db.selectFrom('milestone_template_line').selectAll().orderBy('position').orderBy('id').execute(),
    db
      .selectFrom('segment')
      .select(['milestone_template_id', 'name'])
      .where('milestone_template_id', 'is not', null)
      .orderBy('name')
      .execute(),
  ]);
  const linesOf = Map.groupBy(lines, ({ template_id }) => template_id);
  const segmentsOf = Map.groupBy(segments, ({ milestone_template_id }) => milestone_template_id);
  return templates.map(({ id, name, name_zh }) => ({
    id,
    name,
    nameZh: name_zh,
    lines: (linesOf.get(id) ?? []).map(toLine),
    segments: (segmentsOf.get(id) ?? []).map((segment) => segment.name),
  }));
}

export async function templateLines(db: Reader, templateId: number): Promise<TemplateLine[]> {
  const rows = await db
    .selectFrom('milestone_template_line')
    .selectAll()
    .where('template_id', '=', templateId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toLine);
}

function toLine(row: Selectable<MilestoneTemplateLineTable>): TemplateLine {
  const { id, position, kind, title, title_zh, stage, anchor, offset_days, channel, is_first_value } = row;
  return {
    id,
    position,
    kind,
    title,
    titleZh: title_zh,
    stage,
    anchor,
    offsetDays: offset_days,
    channel,
    isFirstValue: is_first_value === 1,
  };
}

/** The template of the account's segment; of several schemes the first that has one. Null where no segment chose any. */
export async function templateOfAccount(
  db: Reader,
  accountId: number,
): Promise<{ templateId: number; segment: string } | null> {
  const found = await db
    .selectFrom('segment_placement')
    .innerJoin('segment', 'segment.id', 'segment_placement.segment_id')
    .innerJoin('segmentation_scheme', 'segmentation_scheme.id', 'segment.scheme_id')
    .innerJoin('milestone_template', 'milestone_template.id', 'segment.milestone_template_id')
    .select(['milestone_template.id as templateId', 'segment.name as segment'])
    .where('account_id', '=', accountId)
    .orderBy('segmentation_scheme.position')
    .orderBy('segmentation_scheme.id')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

export async function createTemplate(trx: Writer, { name, nameZh }: TemplateName): Promise<number> {
  const { id } = await trx
    .insertInto('milestone_template')
    .values({ name, name_zh: nameZh })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A copy of the standard journey, to be changed. */
export async function createStandardTemplate(trx: Writer): Promise<number> {
  const { name, lines } = standardJourney;
  const id = await createTemplate(trx, { name: name.en, nameZh: name['zh-CN'] });
  for (const [position, { title, ...rule }] of lines.entries())
    await insertLine(trx, id, position, { ...rule, title: title.en, titleZh: title['zh-CN'] });
  return id;
}

/** The same lines under another name. @throws Failure record.not-found */
export async function copyTemplate(trx: Writer, id: number, name: TemplateName): Promise<number> {
  await templateNamed(trx, id);
  const copy = await createTemplate(trx, name);
  for (const line of await templateLines(trx, id)) await insertLine(trx, copy, line.position, line);
  return copy;
}

/** @throws Failure record.not-found */
export async function templateNamed(db: Reader, id: number): Promise<string> {
  const found = await db
    .selectFrom('milestone_template')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw new Failure('record.not-found', { noun: 'milestone_template', id });
  return found.name;
}

/** @throws Failure record.not-found */
export async function renameTemplate(trx: Writer, id: number, { name, nameZh }: TemplateName): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('milestone_template')
    .set({ name, name_zh: nameZh })
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'milestone_template', id });
}

/** What was planned from it stays with the accounts; its segments have no template any more. */
export async function deleteTemplate(trx: Writer, id: number): Promise<void> {
  await trx
    .updateTable('segment')
    .set({ milestone_template_id: null })
    .where('milestone_template_id', '=', id)
    .execute();
  await trx.deleteFrom('milestone_template').where('id', '=', id).execute();
}

/** At the end of its template. */
export async function addTemplateLine(
  trx: Writer,
  templateId: number,
  facts: TemplateLineFacts,
): Promise<void> {
  const lines = await templateLines(trx, templateId);
  if (facts.isFirstValue) await noFirstValue(trx, templateId);
  await insertLine(trx, templateId, (lines.at(-1)?.position ?? -1) + 1, facts);
}

/** What accounts were given stays as it is; the next one planned gets it so. @throws Failure record.not-found */
export async function editTemplateLine(
  trx: Writer,
  templateId: number,
  id: number,
  facts: TemplateLineFacts,
): Promise<void> {
  if (facts.isFirstValue) await noFirstValue(trx, templateId);
  const { numUpdatedRows } = await trx
    .updateTable('milestone_template_line')
    .set(columns(facts))
    .where('id', '=', id)
    .where('template_id', '=', templateId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Failure('record.not-found', { noun: 'milestone_template_line', id });
}

export async function deleteTemplateLine(trx: Writer, templateId: number, id: number): Promise<void> {
  await trx
    .deleteFrom('milestone_template_line')
    .where('id', '=', id)
    .where('template_id', '=', templateId)
    .execute();
}

/** Puts the lines in this order; those not named stay behind them. */
export async function reorderTemplateLines(
  trx: Writer,
  templateId: number,
  lineIds: readonly number[],
): Promise<void> {
  const left = (await templateLines(trx, templateId)).filter(({ id }) => !lineIds.includes(id));
  for (const [position, id] of [...lineIds, ...left.map((line) => line.id)].entries())
    await trx
      .updateTable('milestone_template_line')
      .set({ position })
      .where('id', '=', id)
      .where('template_id', '=', templateId)
      .execute();
}

/** A template has one first value at most. */
async function noFirstValue(trx: Writer, templateId: number): Promise<void> {
  await trx
    .updateTable('milestone_template_line')
    .set({ is_first_value: 0 })
    .where('template_id', '=', templateId)
    .where('is_first_value', '=', 1)
    .execute();
}

async function insertLine(
  trx: Writer,
  templateId: number,
  position: number,
  facts: TemplateLineFacts,
): Promise<void> {
  await trx
    .insertInto('milestone_template_line')
    .values({ template_id: templateId, position, ...columns(facts) })
    .execute();
}

/** Only a touchpoint goes by a channel, and only a milestone can be the first value. */
function columns({
  kind,
  title,
  titleZh,
  stage,
  anchor,
  offsetDays,
  channel,
  isFirstValue,
}: TemplateLineFacts) {
  return {
    kind,
    title,
    title_zh: titleZh,
    stage,
    anchor,
    offset_days: offsetDays,
    channel: kind === 'touchpoint' ? channel : null,
    is_first_value: kind === 'milestone' && isFirstValue ? (1 as const) : (0 as const),
  };
}
