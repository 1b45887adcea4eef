import { bookSettings, today } from '../../db/book/query.ts';
import { Failure } from '../../db/failure.ts';
import { type ResponseChange, respond } from '../../db/maturity/answer-query.ts';
import { addRespondent } from '../../db/maturity/edit-respondent-query.ts';
import { type Assessment, getAssessment } from '../../db/maturity/query.ts';
import {
  compareQuestionnaire,
  type QuestionnaireAnswer,
  type QuestionnaireComparison,
} from '../../db/maturity/questionnaire.ts';
import type { GivenAnswer, Respondent } from '../../db/maturity/respondent-query.ts';
import type { Book } from '../../db/open.ts';
import { record } from '../../db/record.ts';
import type { Language } from '../../db/types/language.ts';
import { fileName } from '../export/file-name.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { messagesIn } from '../messages.ts';
import { type QuestionnaireMark, questionnaireSheet } from './questionnaire-sheet.ts';
import { openQuestionnaire, readQuestionnaire } from './read-questionnaire.ts';

type File = { readonly name: string; readonly bytes: Uint8Array };

/** A questionnaire that came back, beside what the book has of its respondent. */
export type ReturnedQuestionnaire = QuestionnaireComparison & {
  /** Whose it is, as it says; `isNew` where the assessment has nobody of that name yet. */
  readonly respondent: { readonly name: string; readonly isNew: boolean };
  /** The subject it was sent out for. */
  readonly subject: string;
  readonly isThisAssessment: boolean;
  /** The version of the model it was made with, where the assessment has another. */
  readonly otherVersion: number | null;
};

/** One respondent's questionnaire in a language. @throws Failure record.not-found */
export async function questionnaire(
  book: Book,
  id: number,
  respondentId: number,
  language: Language,
): Promise<Uint8Array> {
  const t = messagesIn(language);
  const assessment = await getAssessment(book.db, id);
  const respondent = respondentOf(assessment, respondentId);
  const { created_at } = await bookSettings(book.db);
  const { model, subject } = assessment;
  const mark: QuestionnaireMark = {
    form: 'tenure-questionnaire',
    book: created_at,
    assessment: id,
    subject,
    respondent: respondentId,
    name: respondent.name,
    model: model.key,
    version: model.version,
  };
  const answers = contents(respondent);
  return workbookBytes(
    [questionnaireSheet({ mark, model, answers, today: await today(book) }, t, language)],
    {
      is: 'questionnaire',
      title: `${subject} · ${model.name[language]}`,
      language,
      created: book.now(),
      labels: { yes: t('app.yes'), no: t('app.no') },
    },
  );
}

/** The name it gets unless the user chooses another. @throws Failure record.not-found */
export async function questionnaireName(
  book: Book,
  id: number,
  respondentId: number,
  language: Language,
): Promise<string> {
  const assessment = await getAssessment(book.db, id);
  const { name } = respondentOf(assessment, respondentId);
  return `${fileName(`${assessment.subject} · ${assessment.model.name[language]} · ${name}`)}.xlsx`;
}

/**
 * What the questionnaire would change. Nothing is written.
 * @throws Failure record.not-found, questionnaire.not-one, questionnaire.other-model, and those of files that are no workbook
 */
export async function compareReturned(book: Book, id: number, file: File): Promise<ReturnedQuestionnaire> {
  const assessment = await getAssessment(book.db, id);
  const { model } = assessment;
  const opened = openQuestionnaire(file.bytes, file.name);
  const { mark } = opened;
  if (mark.model !== model.key)
    throw new Failure('questionnaire.other-model', { subject: mark.subject, name: mark.name });
  const { created_at } = await bookSettings(book.db);
  const respondent = find(assessment, mark);
  return {
    ...compareQuestionnaire(model, respondent ? contents(respondent) : {}, readQuestionnaire(opened, model)),
    respondent: { name: respondent?.name ?? mark.name, isNew: respondent === undefined },
    subject: mark.subject,
    isThisAssessment: mark.book === created_at && mark.assessment === id,
    otherVersion: mark.version === model.version ? null : mark.version,
  };
}

/**
 * Takes over the chosen answers as one action, adding the respondent where the assessment has none of that name.
 * @returns how many indicators changed
 * @throws Failure questionnaire.other-assessment unless `otherAssessment` allows it, and as compareReturned
 */
export async function takeOverQuestionnaire(
  book: Book,
  id: number,
  file: File,
  choice: { readonly indicators: readonly string[]; readonly otherAssessment: boolean },
): Promise<number> {
  const { differences, isThisAssessment, subject, respondent } = await compareReturned(book, id, file);
  if (!isThisAssessment && !choice.otherAssessment)
    throw new Failure('questionnaire.other-assessment', { subject });
  const chosen = differences.filter(
    ({ isChange, indicator }) => isChange && choice.indicators.includes(indicator),
  );
  const assessment = await getAssessment(book.db, id);
  const named = assessment.respondents.find(({ name }) => name === respondent.name);
  await record(
    book,
    { key: 'assessment.take-over', parameters: { name: assessment.subject } },
    async (trx) => {
      const to = named?.id ?? (await addRespondent(trx, id, { name: respondent.name, title: null }));
      const answers = chosen.flatMap(({ indicator, after }): [string, ResponseChange][] => {
        if (!after) return [];
        const { applicable, level, reason, confidence, evidence, note } = after;
        return [
          [indicator, applicable ? { level } : { notApplicableBecause: reason }],
          [indicator, { confidence, evidence: evidence || null, note: note || null }],
        ];
      });
      await respond(trx, id, to, answers);
    },
  );
  return chosen.length;
}

function find({ respondents }: Assessment, mark: QuestionnaireMark): Respondent | undefined {
  const named = respondents.filter(({ name }) => name.toLocaleLowerCase() === mark.name.toLocaleLowerCase());
  return named.find(({ id }) => id === mark.respondent) ?? named[0];
}

function respondentOf({ respondents }: Assessment, id: number): Respondent {
  const respondent = respondents.find((each) => each.id === id);
  if (!respondent) throw new Failure('record.not-found', { noun: 'assessment_respondent', id });
  return respondent;
}

function contents({ answers }: Respondent): Record<string, QuestionnaireAnswer> {
  const content = ({ level, applicable, reason, confidence, evidence, note }: GivenAnswer) => ({
    level,
    applicable,
    reason: reason ?? '',
    confidence,
    evidence: evidence ?? '',
    note: note ?? '',
  });
  return Object.fromEntries(answers.map((answer) => [answer.indicator, content(answer)]));
}
