import type { TFunction } from 'i18next';
import type { AssessmentAsOf } from '../../../db/change/as-of-query.ts';
import type { Row } from '../../../db/change/row-as-of-query.ts';
import type { IsoDate } from '../../../db/types/calendar.ts';
import type { Format } from '../../lib/format.ts';

/** What else belonged to the account, beside its contracts, contacts, tasks and talks. */
export const moreParts = ['goal', 'value_claim', 'milestone', 'qbr', 'handoff', 'attachment'] as const;
type MorePart = (typeof moreParts)[number];

/** One row of a part in a line. */
export function partText(part: MorePart, row: Row, t: TFunction, format: Format): string {
  const line = (...parts: unknown[]) => parts.map(written).join(' · ');
  switch (part) {
    case 'goal':
      return line(row.metric, `${written(row.baseline)} → ${written(row.target)} ${row.unit}`, row.due_on);
    case 'value_claim':
      return line(row.outcome, `${row.from_on} – ${row.to_on}`);
    case 'milestone':
      return line((format.language === 'zh-CN' && row.title_zh) || row.title, row.reached_on ?? row.due_on);
    case 'qbr':
      return line(kindText(row.kind, t), `${row.from_on} – ${row.to_on}`);
    case 'handoff':
      return line(row.deal, row.accepted_on ?? row.submitted_on);
    case 'attachment':
      return line(row.name, format.bytes(Number(row.size_bytes)), row.added_on);
  }
}

/** A contract with the price that was in force on the day. */
export function contractText(row: Row, changes: readonly Row[], on: IsoDate, format: Format): string {
  const price = changes
    .filter((change) => change.contract_id === row.id && String(change.from_on) <= on)
    .toSorted((a, b) => (String(a.from_on) < String(b.from_on) ? -1 : 1))
    .at(-1);
  const minor = Number((price ?? row).amount_minor);
  const money = format.exactMoney({ minor, currency: String(row.currency) });
  return `${written(row.product)} · ${written(row.start_on)} – ${written(row.end_on)} · ${money}`;
}

/** An assessment with the stage it came to. */
export function assessmentText(
  { model, assessedOn, stage, isFinished }: AssessmentAsOf,
  t: TFunction,
  { language }: Format,
): string {
  const reached = stage?.[language] ?? t(isFinished ? 'change.asOf.noStage' : 'change.asOf.underWay');
  return `${model[language]} · ${assessedOn} · ${reached}`;
}

function kindText(kind: unknown, t: TFunction): string {
  return kind === 'mbr' || kind === 'qbr' || kind === 'ebr' ? t(`qbr.kind.${kind}`) : written(kind);
}

export function written(value: unknown): string {
  return value === null || value === undefined || value === '' ? '–' : String(value);
}
