import { bookSettings } from '../../db/book/query.ts';
import { letterhead } from '../../db/letterhead/query.ts';
import { mailSender } from '../../db/mail/query.ts';
import type { MaturityModel } from '../../db/maturity/model.ts';
import type { Assessment } from '../../db/maturity/query.ts';
import type { PlannedStep } from '../../db/maturity/step-query.ts';
import { type AssessmentView, viewAssessment } from '../../db/maturity/view-query.ts';
import type { Book } from '../../db/open.ts';
import type { Audience } from '../../db/types/audience.ts';
import type { Language } from '../../db/types/language.ts';
import { fileName } from '../export/file-name.ts';
import { messagesIn } from '../messages.ts';
import type { AssessmentSheets } from './sheets/assessment-sheets.ts';
import { methodInWords } from './sheets/method.ts';

/** Which version of an assessment: for whom, in which language, beside which earlier one (the one before unless said). */
export type AssessmentExport = {
  readonly audience: Audience;
  readonly language: Language;
  readonly against?: number | undefined;
};

/** What every file of an assessment is written from, cut for its reader. @throws Failure record.not-found */
export async function assessmentVersion(
  book: Book,
  id: number,
  { audience, language, against }: AssessmentExport,
): Promise<AssessmentSheets> {
  const view = await viewAssessment(book.db, id, against);
  const { owner } = await bookSettings(book.db);
  const { logo } = await letterhead(book.db);
  const t = messagesIn(language);
  return {
    view: audience === 'customer' ? forCustomer(view) : view,
    audience,
    by: view.assessor ?? (owner || null),
    logo,
    t,
    language,
    labels: { yes: t('app.yes'), no: t('app.no') },
  };
}

/** An assessment as it is printed: cut like the files, with who made it and how to reach them. @throws Failure record.not-found */
export async function printedAssessment(book: Book, id: number, wanted: AssessmentExport) {
  const { view, by, t } = await assessmentVersion(book, id, wanted);
  const { owner } = await bookSettings(book.db);
  const { title, email, phone } = await mailSender(book.db);
  return {
    view,
    by,
    // The book knows how to reach its owner, nobody else.
    reach: by === owner ? [title, email, phone].filter((each) => each !== null) : [],
    method: methodInWords(view.model, t),
  };
}

/** The title of its files, which says so where it is not for the customer. */
export function assessmentTitle({ view, audience, t, language }: AssessmentSheets): string {
  const title = t('assessment.file.title', { subject: view.subject, model: view.model.name[language] });
  return audience === 'internal' ? t('qbr.internalTitle', { title }) : title;
}

/** The name its file gets unless the user chooses another. @throws Failure record.not-found */
export async function assessmentFileName(
  book: Book,
  id: number,
  wanted: AssessmentExport,
  extension: 'xlsx' | 'pptx',
): Promise<string> {
  const version = await assessmentVersion(book, id, wanted);
  return `${fileName(`${assessmentTitle(version)} ${version.view.assessedOn}`)}.${extension}`;
}

/**
 * Without what is for the house: notes, why a level was chosen against the votes, who voted how, the tasks made of the plan; and
 * of a model for customers its advice, which says how much service pays.
 */
function forCustomer(view: AssessmentView): AssessmentView {
  const isOfCustomer = view.model.subject === 'account';
  return {
    ...cut(view),
    plan: isOfCustomer ? { ...view.plan, steps: [] } : view.plan,
    steps: view.steps.map(cutStep),
    compared: view.compared && { ...cut(view.compared), steps: view.compared.steps.map(cutStep) },
  };
}

function cut<Cut extends Assessment>(assessment: Cut): Cut {
  return {
    ...assessment,
    accountId: null,
    model: assessment.model.subject === 'account' ? withoutAdvice(assessment.model) : assessment.model,
    answers: assessment.answers.map((answer) => ({ ...answer, note: null, because: null })),
    respondents: [],
    spreads: [],
  };
}

function cutStep(step: PlannedStep): PlannedStep {
  return { ...step, note: null, taskId: null, doneOn: null };
}

const nothing = { en: '', 'zh-CN': '' };

function withoutAdvice(model: MaturityModel): MaturityModel {
  return {
    ...model,
    purpose: nothing,
    stages: model.stages.map((stage) => ({ ...stage, meaning: nothing, advice: [], next: null })),
    dimensions: model.dimensions.map((dimension) => ({
      ...dimension,
      advice: nothing,
      indicators: dimension.indicators.map((indicator) => ({
        ...indicator,
        levels: indicator.levels.map((level) => ({ ...level, next: null })),
      })),
    })),
  };
}
