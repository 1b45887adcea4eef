import type { Selectable } from 'kysely';
import type { Reader } from '../schema.ts';
import { type Spread, spreads } from './consensus.ts';
import type { MaturityModel } from './model.ts';
import type { MaturityAnswer } from './result.ts';
import type { AssessmentResponseTable } from './table.ts';

export type Confidence = NonNullable<Selectable<AssessmentResponseTable>['confidence']>;

/** What somebody answered to one indicator: the assessor, or one of several respondents. */
export type GivenAnswer = MaturityAnswer & {
  /** Why the indicator is not applicable; null while it is. */
  readonly reason: string | null;
  readonly confidence: Confidence | null;
  readonly evidence: string | null;
  readonly note: string | null;
};

/** One of several people who answer apart, with what they answered so far. */
export type Respondent = {
  readonly id: number;
  readonly name: string;
  readonly title: string | null;
  readonly answers: readonly GivenAnswer[];
};

/** @see spreads */
export function spreadsOf(model: MaturityModel, respondents: readonly Respondent[]): readonly Spread[] {
  if (respondents.length === 0) return [];
  return spreads(
    model,
    respondents.flatMap(({ id, answers }) => answers.map((answer) => ({ ...answer, respondent: id }))),
  );
}

/** Everyone who answers an assessment apart, with their answers. */
export async function respondentsOf(db: Reader, id: number): Promise<Respondent[]> {
  const [respondents, responses] = await Promise.all([
    db
      .selectFrom('assessment_respondent')
      .select(['id', 'name', 'title'])
      .where('assessment_id', '=', id)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('assessment_response')
      .innerJoin('assessment_respondent', 'assessment_respondent.id', 'respondent_id')
      .selectAll('assessment_response')
      .where('assessment_id', '=', id)
      .orderBy('assessment_response.id')
      .execute(),
  ]);
  const given = Map.groupBy(responses, (row) => row.respondent_id);
  return respondents.map((each) => ({ ...each, answers: (given.get(each.id) ?? []).map(givenOf) }));
}

export function givenOf(row: Selectable<Omit<AssessmentResponseTable, 'respondent_id'>>): GivenAnswer {
  const { indicator, level, is_applicable, reason, confidence, evidence, note } = row;
  return { indicator, level, applicable: is_applicable === 1, reason, confidence, evidence, note };
}
