import { Failure } from '../failure.ts';
import type { Reader } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual } from '../types/language.ts';
import { gatherHealth, type HealthOverride, scoreAll } from './gather-query.ts';
import type { HealthBand, HealthModel } from './model.ts';
import { type OutlookAnswers, outlook } from './outlook.ts';
import { findOutlook } from './override-query.ts';
import type { HealthScore } from './score.ts';
import { scoresOn } from './status-query.ts';
import { changesBetween, exceptionPart, healthTrend, type KeptMeasure, type ScoreChange } from './trend.ts';

/** A day a score was kept, and what had moved it most since the day before it. */
export type HealthPoint = {
  readonly on: IsoDate;
  readonly score: number | null;
  readonly band: HealthBand | null;
  readonly isOtherModel: boolean;
  readonly moved: ScoreChange | null;
};

/** An account's health with everything behind it. */
export type AccountHealth = {
  readonly health: HealthScore;
  /** By hand where an override holds. */
  readonly band: HealthBand | null;
  readonly model: Pick<HealthModel, 'name' | 'bands' | 'missing' | 'minimumCoverage' | 'groups'> & {
    readonly id: number | null;
    readonly version: number;
  };
  /** Models of other segments it is in too. */
  readonly also: readonly Bilingual[];
  readonly override: HealthOverride | null;
  readonly trend: 'up' | 'down' | null;
  /** As it was 30 days ago, and what moved it since; null where it was not scored then, or by another model. */
  readonly before: { readonly on: IsoDate; readonly score: number | null } | null;
  readonly changes: readonly ScoreChange[];
  readonly history: readonly HealthPoint[];
  readonly outlook: { readonly answers: OutlookAnswers; readonly score: number | null };
};

/** Days a health history reaches back. */
const historyDays = 730;

/**
 * An active account's health as of today; null of one that is not active. Expects statuses and scores to be the day's.
 * @throws Failure record.not-found
 */
export async function accountHealth(
  db: Reader,
  accountId: number,
  today: IsoDate,
): Promise<AccountHealth | null> {
  const known = await db.selectFrom('account').select('id').where('id', '=', accountId).executeTakeFirst();
  if (!known) throw new Failure('record.not-found', { noun: 'account', id: accountId });
  const [scored] = scoreAll(await gatherHealth(db, today, [accountId]), today);
  if (!scored) return null;
  const { input, health } = scored;
  const band = input.override?.band ?? health.band;
  const monthAgo = (await scoresOn(db, addDays(today, -30), [accountId])).get(accountId) ?? null;
  const { versionId } = input.model;
  const isComparable = monthAgo !== null && monthAgo.versionId === versionId;
  const answers = await findOutlook(db, accountId);
  const { name, bands, missing, minimumCoverage, groups } = input.model.model;
  return {
    health,
    band,
    model: {
      id: input.model.id,
      version: input.model.version,
      name,
      bands,
      missing,
      minimumCoverage,
      groups,
    },
    also: input.also.map(({ model }) => model.name),
    override: input.override,
    trend: healthTrend({ versionId, score: health.score, band }, monthAgo),
    before: isComparable ? { on: monthAgo.onDay, score: monthAgo.score } : null,
    changes: isComparable ? changesBetween(keptOf(monthAgo.detail), partsOf(health)) : [],
    history: await healthHistory(db, accountId, addDays(today, -historyDays)),
    outlook: { answers, score: outlook(answers, input.values.get('sponsor')?.value === 0) },
  };
}

export function keptOf(detail: string): KeptMeasure[] {
  return JSON.parse(detail) as KeptMeasure[];
}

function partsOf({ contributions, exception }: HealthScore): KeptMeasure[] {
  const parts = contributions.map(({ measure, value, points }): KeptMeasure => ({ measure, value, points }));
  return exception ? [...parts, { measure: exceptionPart, value: null, points: exception.points }] : parts;
}

/** A move of the score this large has its cause named in the history. */
const namedMove = 5;

async function healthHistory(db: Reader, accountId: number, since: IsoDate): Promise<HealthPoint[]> {
  const rows = await db
    .selectFrom('health_day')
    .select(['on_day', 'version_id', 'score', 'band', 'detail'])
    .where('account_id', '=', accountId)
    .where('on_day', '>=', since)
    .orderBy('on_day')
    .execute();
  return rows.map((row, at) => {
    const before = rows[at - 1];
    const isOtherModel = before !== undefined && before.version_id !== row.version_id;
    const isLarge = before !== undefined && Math.abs((row.score ?? 0) - (before.score ?? 0)) >= namedMove;
    const [moved = null] =
      isLarge && !isOtherModel && before ? changesBetween(keptOf(before.detail), keptOf(row.detail)) : [];
    return { on: row.on_day, score: row.score, band: row.band, isOtherModel, moved };
  });
}
