import { createCommitment, scoreCommitment } from '../commitment/query.ts';
import { addQbrLine, qbrLines } from '../qbr/line-query.ts';
import { addDecision, wrapUpQbr } from '../qbr/meeting-query.ts';
import { lastPeriod } from '../qbr/period.ts';
import { createQbr, editQbrSection, holdQbr } from '../qbr/query.ts';
import { rateQbr } from '../qbr/rating-query.ts';
import { freezeQbr } from '../qbr/view-query.ts';
import type { Writer } from '../schema.ts';
import { addDays, addMonths, endOfMonth, type IsoDate } from '../types/calendar.ts';
import type { Bilingual, Language } from '../types/language.ts';
import { sampleFigures } from './qbr-figure.ts';

const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });

type Sample = {
  readonly trx: Writer;
  readonly language: Language;
  readonly today: IsoDate;
  readonly at: Date;
};

/** Yunji's reviews: the last one, held and frozen, with what was promised in it; and the next, half prepared. The goals must be there already. */
export async function sampleReviews(
  trx: Writer,
  language: Language,
  today: IsoDate,
  at: Date,
): Promise<void> {
  const sample = { trx, language, today, at };
  const accountId = await sampleAccountId(trx, 'YJ-001');
  await heldReview(sample, accountId);
  await nextReview(sample, accountId);
  for (const { key, daysAgo } of heldElsewhere) await heldWithoutCopy(sample, key, daysAgo);
}

/** Reviews of other accounts that were held before this book kept their contents: they count for the cadence. */
const heldElsewhere = [
  { key: 'LR-040', daysAgo: 40 },
  { key: 'PF-029', daysAgo: 47 },
  { key: 'BC-014', daysAgo: 58 },
  { key: 'KL-055', daysAgo: 71 },
  { key: 'ZY-021', daysAgo: 84 },
  { key: 'HR-102', daysAgo: 96 }, // overdue by days: its sponsor left
  { key: 'NF-018', daysAgo: 99 }, // overdue by a week: nobody replies
] as const;

async function heldWithoutCopy({ trx, today }: Sample, key: string, daysAgo: number): Promise<void> {
  const heldOn = addDays(today, -daysAgo);
  const id = await createQbr(trx, {
    accountId: await sampleAccountId(trx, key),
    kind: 'qbr',
    period: lastPeriod('qbr', heldOn, 1),
    meetingOn: heldOn,
    minutes: 60,
    place: null,
  });
  await holdQbr(trx, id, heldOn);
}

/** The account of a story by its key. */
export async function sampleAccountId(trx: Writer, key: string): Promise<number> {
  const { id } = await trx
    .selectFrom('account')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return id;
}

/** Three whole months; `months` back from the one that holds today. */
function quarterBack(today: IsoDate, months: number) {
  const from = `${addMonths(today, -months).slice(0, 7)}-01`;
  return { from, to: endOfMonth(addMonths(from, 2)) };
}

async function heldReview({ trx, language, today, at }: Sample, accountId: number): Promise<void> {
  const period = quarterBack(today, 5);
  const heldOn = addDays(period.to, 2);
  const id = await createQbr(trx, {
    accountId,
    kind: 'qbr',
    period,
    meetingOn: heldOn,
    minutes: 60,
    place: t('Hangzhou', '杭州')[language],
  });
  await editQbrSection(trx, id, {
    section: 'outcomes',
    hidden: false,
    soWhat: t(
      'Advice is trusted in two of three teams. The third still orders by hand.',
      '三个小组中有两个信任补货建议，第三组仍靠手工下单。',
    )[language],
    talkingPoint: null,
    question: null,
  });
  await addQbrLine(trx, 'qbr_difficulty', id, {
    difficulty: t('The data export stopped for nine days', '数据导出中断了九天')[language],
    lesson: t('Watch the export, not only the figures', '既要看数据，也要看导出是否正常')[language],
  });
  const sponsor = await trx
    .selectFrom('contact')
    .select(['id', 'name', 'title'])
    .where('account_id', '=', accountId)
    .where('role', '=', 'sponsor')
    .executeTakeFirstOrThrow();
  await addQbrLine(trx, 'qbr_attendee', id, {
    side: 'customer',
    name: sponsor.name,
    title: sponsor.title,
    contactId: sponsor.id,
    invitedOn: addDays(heldOn, -14),
    attended: null,
  });
  await freezeQbr(trx, id, period.to, at);
  await holdMeeting(trx, id, heldOn, language);
  const commitment = {
    account_id: accountId,
    made_on: heldOn,
    comment: null,
    source_noun: 'qbr',
    source_id: id,
  };
  const [lin, shen, tang] = [t('Lin Yue', '林悦'), t('Shen Rui', '沈睿'), t('Tang Wei', '唐薇')];
  const alert = await createCommitment(trx, {
    ...commitment,
    text: t('An alert when the export stops', '导出中断时自动告警')[language],
    side: 'us',
    promised_by: lin[language],
    promised_to: shen[language],
    due_on: addDays(heldOn, 30),
  });
  await scoreCommitment(trx, alert, 'kept', addDays(heldOn, 26));
  await createCommitment(trx, {
    ...commitment,
    text: t('Train the returns team', '为退货组做培训')[language],
    side: 'us',
    promised_by: lin[language],
    promised_to: tang[language],
    due_on: addDays(today, -12),
  });
  await createCommitment(trx, {
    ...commitment,
    text: t('Name an owner for write-offs', '指定报损责任人')[language],
    side: 'customer',
    promised_by: shen[language],
    promised_to: lin[language],
    due_on: addDays(today, -20),
  });
}

/** The meeting of the held review: who came, what was decided, and how good it was in hindsight. */
async function holdMeeting(trx: Writer, id: number, heldOn: IsoDate, language: Language): Promise<void> {
  const attendees = await qbrLines(trx, 'qbr_attendee', id);
  await wrapUpQbr(trx, id, {
    heldOn,
    attendance: attendees.map((attendee) => ({ id: attendee.id, attended: true })),
    preparationMinutes: 45,
    successConfirmedBy: null,
    next: null,
  });
  await addDecision(trx, id, {
    decision: t('The third team works by advice from October on', '第三组从十月起按补货建议下单')[language],
    decidedBy: attendees[0]?.name ?? null,
  });
  for (const [criterion, score] of ratings) await rateQbr(trx, id, { criterion, score, comment: null });
}

const ratings = [
  ['outcomes', 4],
  ['evidence', 5],
  ['honesty', 4],
  ['dialogue', 3],
  ['people', 5],
  ['next-steps', 4],
] as const;

async function nextReview({ trx, language, today }: Sample, accountId: number): Promise<void> {
  const id = await createQbr(trx, {
    accountId,
    kind: 'qbr',
    period: quarterBack(today, 2),
    meetingOn: addDays(today, 10),
    minutes: 60,
    place: t('Hangzhou', '杭州')[language],
  });
  await editQbrSection(trx, id, {
    section: 'outcomes',
    hidden: false,
    soWhat: t(
      'Shipping improved because buyers act on reorder advice every morning. Write-offs did not move: the returns team was never trained.',
      '发货提速，是因为采购员每天早上按补货建议执行。报损没有改善：退货组从未受训。',
    )[language],
    talkingPoint: t(
      'Offer returns training in January; ask for the returns lead as owner.',
      '提议 1 月为退货组培训，并请退货负责人担任责任人。',
    )[language],
    question: t('Why did write-offs not move?', '报损为什么没有改善？')[language],
  });
  await sampleFigures(trx, id, language, today);
  await addQbrLine(trx, 'qbr_plan_line', id, {
    step: t('Returns training, two half days', '退货组培训，两个半天')[language],
    side: 'us',
    owner: t('Lin Yue', '林悦')[language],
    dueOn: addDays(today, 60),
    goalId: null,
  });
  await addQbrLine(trx, 'qbr_attendee', id, {
    side: 'customer',
    name: t('Tang Wei', '唐薇')[language],
    title: t('Head of Purchasing', '采购负责人')[language],
    contactId: null,
    invitedOn: addDays(today, -1),
    attended: null,
  });
}
