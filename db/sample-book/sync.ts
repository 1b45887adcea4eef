import type { Writer } from '../schema.ts';
import {
  addSyncFollowUp,
  addSyncLine,
  createSync,
  decideSyncLine,
  editSync,
  getSync,
} from '../sync/query.ts';
import type { SyncReason } from '../sync/rule.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Language } from '../types/language.ts';

/** The talk of sales and CS before the next one. The handoffs must be there already. */
export async function sampleSyncs(trx: Writer, language: Language, today: IsoDate): Promise<void> {
  const words = reported[language];
  const heldOn = addDays(today, -10);
  const id = await createSync(trx, heldOn, []);
  await editSync(trx, id, { attendees: words.attendees, notes: words.notes });
  for (const { reason, account, subject, daysAgo } of words.topics) {
    const handoff = await trx
      .selectFrom('handoff')
      .innerJoin('account', 'account.id', 'account_id')
      .select('handoff.id')
      .where('account.name', '=', account ?? '')
      .executeTakeFirst();
    await addSyncLine(trx, id, {
      reason,
      handoffId: handoff?.id ?? null,
      accountName: account,
      seller: account === null ? null : words.seller,
      subject,
      since: daysAgo === null ? null : addDays(heldOn, -daysAgo),
    });
  }
  const { lines } = await getSync(trx, id);
  for (const [at, { id: lineId }] of lines.entries()) {
    const decision = words.topics[at]?.decision;
    if (decision) await decideSyncLine(trx, lineId, decision);
  }
  for (const { title, owner } of words.followUps)
    await addSyncFollowUp(trx, id, { title, owner, dueOn: addDays(today, 5), accountId: null });
}

type Reported = {
  readonly seller: string;
  readonly attendees: string;
  readonly notes: string;
  readonly topics: readonly {
    readonly reason: SyncReason;
    readonly account: string | null;
    readonly subject: string;
    readonly daysAgo: number | null;
    readonly decision: string | null;
  }[];
  readonly followUps: readonly { readonly title: string; readonly owner: string }[];
};

const reported: Readonly<Record<Language, Reported>> = {
  en: {
    seller: 'Zhou Ming',
    attendees: 'Zhou Ming, Lin Yue',
    notes: 'Two deals close before the end of the month; CS joins both at the proposal.',
    topics: [
      {
        reason: 'waiting',
        account: 'Langrun Medical',
        subject: 'Analytics module',
        daysAgo: 3,
        decision: 'Zhou Ming asks the COO why they buy before it is handed in again.',
      },
      {
        reason: 'often-returned',
        account: null,
        subject: 'Success in their words (3)',
        daysAgo: null,
        decision: 'From now on sales asks for it in the second meeting, in the customer’s own words.',
      },
      {
        reason: 'own',
        account: null,
        subject: 'Who tells the customer about delays',
        daysAgo: null,
        decision: null,
      },
    ],
    followUps: [{ title: 'Show sales two good definitions of success', owner: 'Lin Yue' }],
  },
  'zh-CN': {
    seller: '周明',
    attendees: '周明、林悦',
    notes: '月底前还有两单要签，客户成功从方案阶段就参与。',
    topics: [
      {
        reason: 'waiting',
        account: '朗润医疗',
        subject: '分析模块',
        daysAgo: 3,
        decision: '周明先向首席运营官问清购买原因，再重新提交。',
      },
      {
        reason: 'often-returned',
        account: null,
        subject: '客户定义的成功（3）',
        daysAgo: null,
        decision: '今后销售在第二次会面时就问，并记下客户原话。',
      },
      { reason: 'own', account: null, subject: '延期由谁告知客户', daysAgo: null, decision: null },
    ],
    followUps: [{ title: '给销售看两份写得好的成功定义', owner: '林悦' }],
  },
};
