import type { IsoDate } from '../types/calendar.ts';
import type { HealthBand, HealthModel } from './model.ts';
import { healthScorer, type MeasureValue } from './score.ts';

/** An account as the editor of a model sees it. */
export type ScorableAccount = {
  readonly id: number;
  readonly name: string;
  readonly since: IsoDate | null;
  readonly segmentIds: readonly number[];
  readonly values: Readonly<Record<string, MeasureValue>>;
  /** The model it goes by now; null of the built-in one. */
  readonly modelId: number | null;
  readonly override: HealthBand | null;
};

export type BandChange = {
  readonly id: number;
  readonly name: string;
  readonly from: HealthBand | null;
  readonly to: HealthBand | null;
  readonly before: number | null;
  readonly after: number | null;
};

/** What another model would do, before it is saved. */
export type ModelChange = {
  /** How many accounts it scores. */
  readonly scored: number;
  readonly changes: readonly BandChange[];
  /** By exception: how many accounts it caps. */
  readonly hits: readonly number[];
  /** The first exception that would cap everybody it scores: it says nothing then. */
  readonly hitsEverybody: number | null;
};

/**
 * Who changes colour when a draft takes the place of the models in force. A colour set by hand stays whatever the model says.
 * @param draftId the model the draft is the next version of; null of a new one
 */
export function modelChange(
  accounts: readonly ScorableAccount[],
  modelNow: (account: ScorableAccount) => HealthModel,
  draft: { readonly id: number | null; readonly model: HealthModel; readonly segmentIds: readonly number[] },
  today: IsoDate,
): ModelChange {
  const { id: draftId, model, segmentIds } = draft;
  const fits = (account: ScorableAccount) =>
    segmentIds.length === 0 || account.segmentIds.some((segment) => segmentIds.includes(segment));
  const own = accounts.filter(
    (account) => fits(account) && (account.modelId === draftId || account.modelId === null),
  );
  const next = healthScorer(model, today);
  const scorers = new Map<HealthModel, ReturnType<typeof healthScorer>>();
  const hits = model.exceptions.map(() => 0);
  const changes: BandChange[] = [];
  for (const account of own) {
    const values = new Map(Object.entries(account.values));
    const now = modelNow(account);
    let scorer = scorers.get(now);
    if (!scorer) {
      scorer = healthScorer(now, today);
      scorers.set(now, scorer);
    }
    const [before, after] = [scorer(values, account.since), next(values, account.since)];
    const hit = after.exception === null ? -1 : model.exceptions.indexOf(after.exception.rule);
    if (hit >= 0) hits[hit] = (hits[hit] ?? 0) + 1;
    const [from, to] = [account.override ?? before.band, account.override ?? after.band];
    if (from !== to)
      changes.push({
        id: account.id,
        name: account.name,
        from,
        to,
        before: before.score,
        after: after.score,
      });
  }
  const everybody = hits.findIndex((count) => own.length > 1 && count === own.length);
  return { scored: own.length, changes, hits, hitsEverybody: everybody < 0 ? null : everybody };
}
