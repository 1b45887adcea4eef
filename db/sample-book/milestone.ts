import { applyTemplate, listMilestones, reachMilestone } from '../milestone/query.ts';
import {
  addTemplateLine,
  createStandardTemplate,
  createTemplate,
  type TemplateLineFacts,
  templateOfAccount,
} from '../milestone/template-query.ts';
import type { Writer } from '../schema.ts';
import { addDays, type IsoDate } from '../types/calendar.ts';
import type { Bilingual } from '../types/language.ts';

const t = (en: string, zh: string): Bilingual => ({ en, 'zh-CN': zh });
type Step = readonly [title: Bilingual, facts: Omit<TemplateLineFacts, 'title' | 'titleZh'>];

const ofStage = (stage: TemplateLineFacts['stage'], anchor: 'start' | 'end', offsetDays: number) => ({
  stage,
  anchor,
  offsetDays,
});
const touch = (channel: TemplateLineFacts['channel']) => ({
  kind: 'touchpoint' as const,
  channel,
  isFirstValue: false,
});
const reached = { kind: 'milestone' as const, channel: null, isFirstValue: false };

/** What customers get who are served by the product and by mail. */
const techJourney: readonly Step[] = [
  [
    t('Welcome mail with the first three steps', '欢迎邮件：前三步怎么做'),
    { ...touch('email'), ...ofStage('onboarding', 'start', 0) },
  ],
  [t('First import is done', '完成首次导入'), { ...reached, ...ofStage('onboarding', 'start', 7) }],
  [
    t('Tour of the daily list inside the product', '产品内引导：每日清单'),
    { ...touch('in-app'), ...ofStage('onboarding', 'start', 10) },
  ],
  [
    t('First value: a week run by the list', '首次价值：按清单跑满一周'),
    { ...reached, isFirstValue: true, ...ofStage('onboarding', 'start', 30) },
  ],
  [
    t('Invitation to the monthly user hour', '邀请参加每月用户交流会'),
    { ...touch('event'), ...ofStage('growth', 'start', 30) },
  ],
  [
    t('Renewal mail with the year in figures', '续签邮件：一年成果数据'),
    { ...touch('email'), ...ofStage('renewal', 'start', 0) },
  ],
  [t('Renewal is confirmed online', '在线确认续签'), { ...reached, ...ofStage('renewal', 'end', -14) }],
];

/** What is late in the story: an account's key and a word of the step's English title. */
const late: readonly (readonly [key: string, step: string])[] = [
  ['HR-102', 'Terms of the renewal'],
  ['LH-007', 'Key users are trained'],
];

/** Two templates, each account's journey from the one its segment chose, and what of it was reached when. */
export async function sampleMilestones(trx: Writer, today: IsoDate): Promise<void> {
  const standard = await createStandardTemplate(trx);
  const tech = await createTemplate(trx, { name: 'Tech-touch journey', nameZh: '科技触达旅程' });
  for (const [title, facts] of techJourney)
    await addTemplateLine(trx, tech, { ...facts, title: title.en, titleZh: title['zh-CN'] });
  const segments = await trx.selectFrom('segment').select(['id', 'touch']).execute();
  for (const { id, touch: model } of segments)
    await trx
      .updateTable('segment')
      .set({ milestone_template_id: model === 'tech' ? tech : standard })
      .where('id', '=', id)
      .execute();

  const accounts = await trx
    .selectFrom('account')
    .select(['id', 'key'])
    .where('status', '=', 'active')
    .execute();
  for (const { id, key } of accounts) {
    const chosen = await templateOfAccount(trx, id);
    await applyTemplate(trx, id, chosen?.templateId ?? tech, null, today);
    for (const [at, milestone] of (await listMilestones(trx, id)).entries()) {
      const { dueOn, title } = milestone;
      const isLate = late.some(([of, step]) => of === key && title.startsWith(step));
      if (dueOn === null || dueOn > today || isLate) continue;
      const reachedOn = addDays(dueOn, ((id * 5 + at * 3) % 9) - 3); // some early, most within days
      await reachMilestone(trx, milestone.id, reachedOn < today ? reachedOn : addDays(today, -1));
    }
  }
}
