import type Database from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { createChangeTriggers, dropChangeTriggers } from './change-log.ts';
import * as book from './migrations/0001-book.ts';
import * as importMapping from './migrations/0002-import.ts';
import * as maturity from './migrations/0003-maturity.ts';
import * as handoff from './migrations/0004-handoff.ts';
import * as goalAndQbr from './migrations/0005-goal-and-qbr.ts';
import * as accountStanding from './migrations/0006-account-standing.ts';
import * as milestone from './migrations/0007-milestone.ts';
import * as segment from './migrations/0008-segment.ts';
import * as customField from './migrations/0009-custom-field.ts';
import * as attachment from './migrations/0010-attachment.ts';
import * as today from './migrations/0011-today.ts';
import * as respondent from './migrations/0012-respondent.ts';
import * as handoffSource from './migrations/0014-handoff-source.ts';
import * as handoffAfter from './migrations/0015-handoff-after.ts';
import * as meeting from './migrations/0016-meeting.ts';
import * as letterhead from './migrations/0017-letterhead.ts';
import * as answerFigures from './migrations/0018-answer-figures.ts';
import * as priceAndRelation from './migrations/0020-price-and-relation.ts';
import * as assessmentStep from './migrations/0021-assessment-step.ts';
import * as importNoun from './migrations/0022-import-noun.ts';
import * as reviewFigure from './migrations/0026-review-figure.ts';
import * as letterheadStage from './migrations/0028-letterhead-stage.ts';
import * as plainNames from './migrations/0036-plain-names.ts';
import * as searchNoun from './migrations/0037-search-noun.ts';
import * as risk from './migrations/0038-risk.ts';
import * as health from './migrations/0040-health.ts';
import * as report from './migrations/0050-report.ts';
import * as renewal from './migrations/0070-renewal.ts';
import * as honestReview from './migrations/0071-honest-review.ts';
import * as weakestDimension from './migrations/0072-weakest-dimension.ts';
import * as earlierReview from './migrations/0074-earlier-review.ts';
import type { Schema, Writer } from './schema.ts';
import { reindexAll } from './search/query.ts';

export type Migration = {
  readonly version: number;
  readonly up: (db: Kysely<unknown>) => Promise<void>;
  /** Search finds more from then on, so that what is there already has to be indexed. */
  readonly findsMore?: true;
};

/** Every step a book has ever taken, in order. A released one never changes again. */
export const migrations: readonly Migration[] = [
  { version: 1, up: book.up },
  { version: 2, up: importMapping.up },
  { version: 3, up: maturity.up },
  { version: 4, up: handoff.up },
  { version: 5, up: goalAndQbr.up },
  { version: 6, up: accountStanding.up },
  { version: 7, up: milestone.up },
  { version: 8, up: segment.up },
  { version: 9, up: customField.up },
  { version: 10, up: attachment.up },
  { version: 11, up: today.up, findsMore: true },
  { version: 12, up: respondent.up },
  { version: 14, up: handoffSource.up },
  { version: 15, up: handoffAfter.up },
  { version: 16, up: meeting.up },
  { version: 17, up: letterhead.up },
  { version: 18, up: answerFigures.up },
  { version: 20, up: priceAndRelation.up },
  { version: 21, up: assessmentStep.up },
  { version: 22, up: importNoun.up },
  { version: 26, up: reviewFigure.up },
  { version: 28, up: letterheadStage.up },
  { version: 36, up: plainNames.up },
  { version: 37, up: searchNoun.up, findsMore: true },
  { version: 38, up: risk.up },
  { version: 40, up: health.up },
  { version: 50, up: report.up },
  { version: 70, up: renewal.up },
  { version: 71, up: honestReview.up },
  { version: 72, up: weakestDimension.up },
  { version: 74, up: earlierReview.up },
];

export function latestVersion(steps: readonly Migration[] = migrations): number {
  return Math.max(...steps.map(({ version }) => version));
}

/**
 * Brings the book to the latest version, whole or not at all: one transaction, with foreign keys off (rebuilding a parent
 * table with them on deletes its children) and checked before the commit.
 */
export async function migrate(
  sqlite: Database.Database,
  db: Kysely<Schema>,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  const from = sqlite.pragma('user_version', { simple: true }) as number;
  const pending = steps.filter(({ version }) => version > from).sort((a, b) => a.version - b.version);
  if (pending.length === 0) return;
  sqlite.pragma('foreign_keys = OFF'); // has no effect inside a transaction, so it stands before
  try {
    await db.transaction().execute(async (trx) => {
      dropChangeTriggers(sqlite);
      for (const { up } of pending) await up(trx as unknown as Kysely<unknown>);
      if (from > 0 && pending.some(({ findsMore }) => findsMore)) await reindexAll(trx as unknown as Writer);
      createChangeTriggers(sqlite);
      const violations = sqlite.pragma('foreign_key_check') as unknown[];
      if (violations.length > 0)
        throw new Error(`migration leaves ${violations.length} rows without their parent`);
      sqlite.pragma(`user_version = ${latestVersion(steps)}`);
    });
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}
