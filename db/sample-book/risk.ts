import { createRow } from '../kernel/query.ts';
import { risk } from '../risk/noun.ts';
import type { RiskCause, RiskStatus } from '../risk/rule.ts';
import type { Writer } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual, Language } from '../types/language.ts';
import { sampleAccountId } from './qbr.ts';

/** Days count from today, the past negative. */
type RiskStory = {
  readonly account: string;
  readonly what: Bilingual;
  readonly cause: RiskCause;
  readonly severity: number;
  readonly likelihood: number;
  readonly stake: number | null;
  readonly firstDay: number;
  readonly owner: Bilingual;
  readonly dueDay: number | null;
  readonly status: RiskStatus;
  readonly evidence: Bilingual;
  readonly result?: Bilingual;
};

const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });

const stories: readonly RiskStory[] = [
  {
    account: 'YJ-001',
    what: t('Write-offs do not move because returns were never trained', '退货没有培训，报损一直降不下来'),
    cause: 'no-knowledge',
    severity: 3,
    likelihood: 4,
    stake: 12_000_000,
    firstDay: -76,
    owner: t('Lin Yue', '林悦'),
    dueDay: 12,
    status: 'acting',
    evidence: t(
      'Third reading without change; He Jun has never logged in.',
      '连续三次读数没有变化，何军从未登录过。',
    ),
  },
  {
    account: 'HR-102',
    what: t('The new operations lead asks why they need us', '新任运营负责人在问为什么需要我们'),
    cause: 'direction-changed',
    severity: 5,
    likelihood: 3,
    stake: 36_000_000,
    firstDay: -21,
    owner: t('Lin Yue', '林悦'),
    dueDay: -2,
    status: 'open',
    evidence: t('Said so in the last call.', '上次通话中提到。'),
  },
  {
    account: 'PF-029',
    what: t('Stores order by hand on Mondays again', '门店周一又开始手工订货'),
    cause: 'process-unchanged',
    severity: 3,
    likelihood: 3,
    stake: null,
    firstDay: -120,
    owner: t('Ren Jia', '任佳'),
    dueDay: null,
    status: 'averted',
    evidence: t('Orders by hand rose to 40 %.', '手工订货升到 40%。'),
    result: t('Walked through on site; down to 6 % in three weeks.', '到店现场走通流程，三周后降到 6%。'),
  },
];

/** What could cost three of the sample's customers, and what is done about it. */
export async function sampleRisks(trx: Writer, language: Language, today: IsoDate): Promise<void> {
  for (const story of stories) {
    const on = (day: number) => addDays(today, day);
    await createRow(
      trx,
      risk,
      {
        accountId: await sampleAccountId(trx, story.account),
        what: story.what[language],
        cause: story.cause,
        severity: story.severity,
        likelihood: story.likelihood,
        atStake: story.stake === null ? null : { minor: story.stake, currency: 'CNY' },
        firstSignalOn: on(story.firstDay),
        owner: story.owner[language],
        dueOn: story.dueDay === null ? null : on(story.dueDay),
        status: story.status,
        evidence: story.evidence[language],
        result: story.result?.[language] ?? null,
      },
      today,
    );
  }
}
