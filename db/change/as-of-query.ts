import type { CustomFieldKind, CustomValue } from '../custom-field/rule.ts';
import { type Noun, tableOf } from '../kernel/define.ts';
import type { MaturityModel } from '../maturity/model.ts';
import { nouns } from '../nouns.ts';
import type { Reader } from '../schema.ts';
import type { IsoDate } from '../types/calendar.ts';
import type { Bilingual } from '../types/language.ts';
import { type Row, type RowsById, rowsAsOf, rowsOf, takeBack } from './row-as-of-query.ts';

/** An account and what belonged to it, table by table, as the rows stood. No account: it was not in the book yet, or no more. */
export type AccountAsOf = {
  readonly account: Row | null;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** What stood in the fields the user added, under the names the fields and choices had then. */
  readonly custom: readonly CustomAsOf[];
  readonly segments: readonly { readonly id: number; readonly scheme: string; readonly segment: string }[];
  readonly assessments: readonly AssessmentAsOf[];
};

type CustomAsOf = {
  readonly id: number;
  readonly name: string;
  readonly kind: CustomFieldKind;
  readonly value: CustomValue;
  /** The name of the choice where the field holds one. */
  readonly choice: string | null;
};

export type AssessmentAsOf = {
  readonly id: number;
  readonly assessedOn: IsoDate;
  readonly model: Bilingual;
  readonly isFinished: boolean;
  /** Null while it is under way, and where too little was answered. */
  readonly stage: Bilingual | null;
};

/** What hangs directly on an account and is worth showing of the past as it stands in its row. */
const parts = [
  'contact',
  'contract',
  'contract_price',
  'goal',
  'handoff',
  'milestone',
  'note',
  'qbr',
  'task',
  'value_claim',
  'attachment',
  ...nouns.filter((noun: Noun) => noun.account !== 'none').map(tableOf),
] as const;
/** What says something only by the names of rows it points at. */
const pointers = ['custom_value', 'segment_placement', 'assessment'] as const;

/**
 * The account as it was at the end of an instant: today's rows with every later change taken back, newest first. Costs what
 * the account has and what changed on it since, however large the book is.
 * @param instant ISO 8601 in UTC
 */
export async function accountAsOf(db: Reader, accountId: number, instant: string): Promise<AccountAsOf> {
  const tables = new Map<string, RowsById>([['account', await rowsOf(db, 'account', 'id', [accountId])]]);
  for (const part of [...parts, ...pointers])
    tables.set(part, await rowsOf(db, part, 'account_id', [accountId]));
  const later = await db
    .selectFrom('change')
    .innerJoin('action', 'action.id', 'change.action_id')
    .select(['change.table_name', 'change.row_id', 'change.before'])
    .where('change.account_id', '=', accountId)
    .where('action.at', '>', instant)
    .orderBy('change.id', 'desc')
    .execute();
  takeBack(tables, later);
  const of = (table: string) => [...(tables.get(table)?.values() ?? [])].sort((a, b) => a.id - b.id);
  return {
    account: tables.get('account')?.get(accountId) ?? null,
    rows: Object.fromEntries(parts.map((part) => [part, of(part)])),
    custom: await customAsOf(db, of('custom_value'), instant),
    segments: await segmentsAsOf(db, of('segment_placement'), instant),
    assessments: await assessmentsOf(db, of('assessment')),
  };
}

async function customAsOf(db: Reader, values: readonly Row[], instant: string): Promise<CustomAsOf[]> {
  const fields = await rowsAsOf(db, 'custom_field', numbers(values, 'field_id'), instant);
  const chosen = values.filter(({ field_id }) => fields.get(Number(field_id))?.kind === 'choice');
  const choices = await rowsAsOf(db, 'custom_choice', numbers(chosen, 'value'), instant);
  return values
    .flatMap(({ id, field_id, value, currency }) => {
      const field = fields.get(Number(field_id));
      if (!field) return [];
      const { kind, name, position } = field as Row & { kind: CustomFieldKind };
      const held = { value, currency } as CustomValue;
      const choice = kind === 'choice' ? nameOf(choices.get(Number(value))) : null;
      return [
        { position: Number(position), reported: { id, name: String(name), kind, value: held, choice } },
      ];
    })
    .sort((a, b) => a.position - b.position)
    .map(({ reported }) => reported);
}

async function segmentsAsOf(
  db: Reader,
  placements: readonly Row[],
  instant: string,
): Promise<AccountAsOf['segments']> {
  const schemes = await rowsAsOf(db, 'segmentation_scheme', numbers(placements, 'scheme_id'), instant);
  const segments = await rowsAsOf(db, 'segment', numbers(placements, 'segment_id'), instant);
  return placements.map(({ id, scheme_id, segment_id }) => ({
    id,
    scheme: nameOf(schemes.get(Number(scheme_id))),
    segment: nameOf(segments.get(Number(segment_id))),
  }));
}

/** A model that was used never changes, so that today's words are those of the day. */
async function assessmentsOf(db: Reader, rows: readonly Row[]): Promise<AssessmentAsOf[]> {
  const models = await rowsOf(db, 'maturity_model', 'id', numbers(rows, 'model_id'));
  return rows.flatMap(({ id, model_id, assessed_on, finished_on, stage }) => {
    const body = models.get(Number(model_id))?.body;
    if (body === undefined) return [];
    const { name, stages } = JSON.parse(String(body)) as MaturityModel;
    return {
      id,
      assessedOn: String(assessed_on),
      model: name,
      isFinished: finished_on !== null,
      stage: stages.find(({ key }) => key === stage)?.name ?? null,
    };
  });
}

function numbers(rows: readonly Row[], column: string): number[] {
  return rows.map((row) => Number(row[column]));
}

function nameOf(row: Row | undefined): string {
  return String(row?.name ?? '');
}
