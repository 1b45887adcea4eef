import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../../electron/api/router.ts';

/** An assessment as the page has it: facts, model, answers, what they come to, what is advised, what changed. */
export type ShownAssessment = inferRouterOutputs<AppRouter>['assessment']['get'];
/** The same cut for its reader, with who made it. */
export type PrintedAssessment = inferRouterOutputs<AppRouter>['assessment']['printed'];
export type AssessmentLine = inferRouterOutputs<AppRouter>['assessment']['list'][number];
/** Everyone assessed with a model; the page has it only where there is anybody. */
export type ShownPortfolio = NonNullable<
  inferRouterOutputs<AppRouter>['assessment']['portfolio']['portfolio']
>;
/** The other books beside it, and those that could not be read. */
export type ComparedBooks = Omit<inferRouterOutputs<AppRouter>['assessment']['portfolio'], 'portfolio'>;
/** Assessments of one subject side by side. */
export type ShownComparison = inferRouterOutputs<AppRouter>['assessment']['comparison']['get'];
export type PortfolioLine = ShownPortfolio['lines'][number];
export type ShownStep = ShownAssessment['steps'][number];
export type ShownAnswer = ShownAssessment['answers'][number];
/** What one keystroke changes in an answer. */
export type AnswerChange = inferRouterInputs<AppRouter>['assessment']['answer']['change'];
export type ResponseChange = inferRouterInputs<AppRouter>['assessment']['respondent']['answer']['change'];
/** A questionnaire that came back, beside what is here. */
export type ReturnedQuestionnaire =
  inferRouterOutputs<AppRouter>['assessment']['respondent']['compareQuestionnaire'];
export type ShownRespondent = ShownAssessment['respondents'][number];
export type ShownSpread = ShownAssessment['spreads'][number];
