import { today } from '../../db/book/query.ts';
import { listCommitments } from '../../db/commitment/query.ts';
import { missingAnswer, moneyOfAnswer } from '../../db/handoff/answer.ts';
import { gatherFollowUps } from '../../db/handoff/follow-up-query.ts';
import { getHandoff, type Handoff } from '../../db/handoff/query.ts';
import { fieldsOf } from '../../db/handoff/template.ts';
import { listMilestones } from '../../db/milestone/query.ts';
import type { Book } from '../../db/open.ts';
import type { Audience } from '../../db/types/audience.ts';
import { addDays, type IsoDate } from '../../db/types/calendar.ts';
import type { Language } from '../../db/types/language.ts';
import { majorUnits } from '../../db/types/money.ts';
import { fileName } from '../export/file-name.ts';
import { Page } from '../files/workbook/page.ts';
import { workbookBytes } from '../files/workbook/workbook.ts';
import { messagesIn } from '../messages.ts';
import { onboardingTitles } from './onboarding-titles.ts';

/** A sheet of paper: sections of rows, with a heading each and over the columns, and who signs it. */
export type Paper = {
  readonly key: 'brief' | 'agenda' | 'plan' | 'certificate';
  readonly title: string;
  readonly subtitle: string;
  /** Kept in the house: it says what the customer must not read. */
  readonly isInternal: boolean;
  readonly sections: readonly {
    readonly heading: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  }[];
  readonly signatures: readonly { readonly role: string; readonly name: string }[];
};

const planDays = 30;

/** Of a paper's columns, in characters; what has two leaves the last one empty. */
const widths = [22, 62, 26] as const;
/** Room to sign in, in points. */
const signatureHeight = 40;

/** The papers of a handoff in a language: brief, kickoff agenda, 30-day plan, certificate. @throws Failure record.not-found */
export async function handoffPapers(book: Book, id: number, language: Language): Promise<Paper[]> {
  const handoff = await getHandoff(book.db, id);
  const now = await today(book);
  const tasks = (await gatherFollowUps(book.db, id, onboardingTitles(language), book.now(), now)).flatMap(
    (each) => (each.kind === 'task' ? [each] : []),
  );
  const kickoffOn = tasks.find(({ task }) => task === 'hold-kickoff')?.dueOn ?? now;
  const [milestones, commitments] = [
    await listMilestones(book.db, handoff.account_id),
    await listCommitments(book.db, handoff.account_id),
  ];
  const t = messagesIn(language);
  const until = addDays(kickoffOn, planDays);
  const inPlan = (on: IsoDate | null): on is IsoDate => on !== null && on >= now && on <= until;
  const steps = [
    ...tasks.map(({ task, dueOn }) => [dueOn, t(`handoff.followUp.task.${task}`), handoff.receiver ?? '']),
    ...milestones
      // A touchpoint is how we plan to keep in touch, nothing the customer has to do or to know.
      .filter(({ kind, reachedOn, dueOn }) => kind === 'milestone' && reachedOn === null && inPlan(dueOn))
      .map(({ dueOn, title, titleZh }) => [dueOn ?? '', (language === 'zh-CN' && titleZh) || title, '']),
    ...commitments
      .filter(({ status, due_on }) => status === 'open' && inPlan(due_on))
      .map(({ due_on, text, promised_by }) => [due_on ?? '', text, promised_by ?? '']),
  ].sort(([a = ''], [b = '']) => a.localeCompare(b));
  const papers = paperWriter(handoff, language);
  return [
    papers.brief(commitments.filter(({ status }) => status === 'open').map(({ text }) => text)),
    papers.agenda(kickoffOn),
    papers.plan(steps),
    papers.certificate(),
  ];
}

/**
 * The papers of one audience as a workbook, a sheet each: a file that may reach the customer holds nothing of the house.
 * @throws Failure record.not-found
 */
export async function handoffPapersWorkbook(
  book: Book,
  id: number,
  language: Language,
  audience: Audience,
): Promise<Uint8Array> {
  const t = messagesIn(language);
  const labels = { yes: t('app.yes'), no: t('app.no') };
  const papers = await handoffPapers(book, id, language);
  const own = papers.filter(({ isInternal }) => isInternal === (audience === 'internal'));
  const sheets = own.map((paper) => {
    const page = new Page(paper.title.slice(0, 31), widths, labels);
    page.title(
      paper.title,
      paper.isInternal ? `${paper.subtitle} · ${t('handoff.paper.internal')}` : paper.subtitle,
    );
    for (const { heading, columns, rows } of paper.sections) {
      page.section(heading);
      page.table<readonly string[], string>(
        widths.map((_, at) => ({
          key: String(at),
          heading: columns[at] ?? '',
          format: 'text',
          wrap: true,
          value: (row) => row[at] || null,
        })),
        rows,
      );
      page.gap();
    }
    for (const { role, name } of paper.signatures)
      page.row(
        [
          { format: 'text', value: role, style: 'label' },
          { format: 'text', value: name, style: 'value' },
          { format: 'text', value: null, style: 'input' },
        ],
        signatureHeight,
      );
    return page.sheet({ portrait: true });
  });
  return workbookBytes(sheets, {
    is: 'handoff-papers',
    title: await handoffPapersName(book, id, language, audience),
    language,
    created: book.now(),
    labels,
  });
}

export async function handoffPapersName(
  book: Book,
  id: number,
  language: Language,
  audience: Audience,
): Promise<string> {
  const { accountName } = await getHandoff(book.db, id);
  return `${fileName(messagesIn(language)(`handoff.paper.fileFor.${audience}`, { account: accountName }))}.xlsx`;
}

function paperWriter(handoff: Handoff, language: Language) {
  const t = messagesIn(language);
  const fields = new Map(fieldsOf(handoff.template).map((field) => [field.key, field]));
  const title = handoff.deal ? `${handoff.accountName} · ${handoff.deal}` : handoff.accountName;
  /** What was answered as people read it, or null. */
  const stated = (key: string): string | null => {
    const field = fields.get(key);
    const text = handoff.answers[key]?.answer ?? '';
    if (!field || missingAnswer(field, text) !== null) return null;
    const option = field.options.find((each) => each.key === text);
    if (option) return option.label[language];
    const money = field.type === 'money' ? moneyOfAnswer(text) : null;
    return money ? `${new Intl.NumberFormat(language).format(majorUnits(money))} ${money.currency}` : text;
  };
  const facts = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const text = stated(key);
      const label = fields.get(key)?.label[language];
      return text !== null && label ? [[label, text]] : [];
    });
  const what = [t('handoff.paper.what'), t('handoff.paper.said')];
  const gaps = handoff.gaps
    .filter(({ settledOn }) => settledOn === null)
    .map(({ field, owner, dueOn }) => [dueOn, fields.get(field)?.label[language] ?? field, owner]);
  const dated = [t('handoff.paper.by'), t('handoff.paper.what'), t('handoff.paper.who')];
  const openGaps = { heading: t('handoff.paper.openGaps'), columns: dated, rows: gaps };
  const section = (name: 'business' | 'outcome' | 'people' | 'risks', keys: readonly string[]) => ({
    heading: t(`handoff.paper.section.${name}`),
    columns: what,
    rows: facts(keys),
  });
  const paper = (key: Paper['key'], parts: Omit<Paper, 'key' | 'title' | 'subtitle'>): Paper => ({
    key,
    title: t(`handoff.paper.${key}`),
    subtitle: title,
    ...parts,
    sections: parts.sections.filter(({ rows }) => rows.length > 0),
  });

  return {
    brief: (commitments: readonly string[]) =>
      paper('brief', {
        isInternal: true,
        signatures: [],
        sections: [
          section('business', ['industry', 'size', 'region', 'products', 'amount', 'start', 'end']),
          section('outcome', [
            'why-bought',
            'success-definition',
            'success-metric',
            'metric-baseline',
            'metric-target',
            'outcome-deadline',
            'value-points',
          ]),
          section('people', ['sponsor', 'champion', 'detractor', 'users', 'decision-makers']),
          section('risks', ['special-terms', 'competitors', 'known-risks', 'challenges']),
          {
            heading: t('handoff.paper.openCommitments'),
            columns: [t('handoff.paper.what')],
            rows: commitments.map((text) => [text]),
          },
          openGaps,
        ],
      }),
    agenda: (kickoffOn: IsoDate) =>
      paper('agenda', {
        isInternal: false,
        signatures: [],
        sections: [
          {
            heading: t('handoff.paper.agendaOf', { date: kickoffOn }),
            columns: [t('handoff.paper.minutes'), t('handoff.paper.topic'), t('handoff.paper.who')],
            rows: agendaTopics.map(({ topic, minutes, side }) => [
              String(minutes),
              t(`handoff.paper.topics.${topic}`),
              side === 'customer' ? handoff.accountName : (handoff.receiver ?? ''),
            ]),
          },
          section('outcome', ['success-definition', 'success-metric', 'metric-target', 'outcome-deadline']),
        ],
      }),
    plan: (steps: readonly (readonly string[])[]) =>
      paper('plan', {
        isInternal: false,
        signatures: [],
        sections: [{ heading: t('handoff.paper.steps'), columns: dated, rows: steps }],
      }),
    certificate: () =>
      paper('certificate', {
        isInternal: true,
        signatures: [
          { role: t('handoff.paper.forSales'), name: handoff.seller ?? '' },
          { role: t('handoff.paper.forCs'), name: handoff.receiver ?? '' },
        ],
        sections: [
          {
            heading: t('handoff.paper.handedOver'),
            columns: what,
            rows: [
              [t('handoff.paper.customer'), title],
              [t('handoff.paper.acceptedOn'), handoff.accepted_on ?? t('handoff.paper.notYet')],
              [
                t('handoff.paper.score'),
                handoff.accepted_score === null
                  ? t('handoff.paper.notYet')
                  : `${handoff.accepted_score} / 100`,
              ],
              [t('handoff.paper.returns'), String(handoff.returns.length)],
              ...(handoff.decision_reason ? [[t('handoff.paper.reason'), handoff.decision_reason]] : []),
            ],
          },
          openGaps,
        ],
      }),
  };
}

/** An hour: first why, then how it is measured, only then who does what. */
const agendaTopics = [
  { topic: 'people', minutes: 5, side: 'us' },
  { topic: 'why', minutes: 10, side: 'customer' },
  { topic: 'goal', minutes: 15, side: 'us' },
  { topic: 'roles', minutes: 10, side: 'us' },
  { topic: 'plan', minutes: 10, side: 'us' },
  { topic: 'open', minutes: 5, side: 'customer' },
  { topic: 'next', minutes: 5, side: 'us' },
] as const;
