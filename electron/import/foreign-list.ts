import { headingWord } from '../../db/types/heading-word.ts';

/** Lists people have and an import has no place for. One that gets a place leaves this list. */
export const foreignLists = ['tickets', 'usage', 'survey', 'invoices', 'churn'] as const;
export type ForeignList = (typeof foreignLists)[number];

/** One heading of each group, as compared. */
const signs: Readonly<Record<ForeignList, readonly (readonly string[])[]>> = {
  tickets: [
    ['ticketid', 'ticketnumber', 'ticket', 'caseid', 'casenumber', 'issueid', 'issuekey', 'requestid'].concat(
      ['工单号', '工单编号', '工单id', '问题编号'],
    ),
    [
      'priority',
      'subject',
      'status',
      'submittedat',
      'closedat',
      'resolutiontimehours',
      'resolvedat',
      'severity',
    ].concat(['优先级', '主题', '状态', '提交时间', '解决时间', '严重程度']),
  ],
  usage: [
    ['usageid', 'usagedate', 'usagecount', 'featurename', 'feature', 'eventname', '功能', '功能名称'],
    [
      'usagecount',
      'usagedurationsecs',
      'errorcount',
      'logins',
      'sessions',
      'activeusers',
      'dau',
      'mau',
      'events',
    ].concat(['使用次数', '登录次数', '活跃用户', '活跃用户数']),
  ],
  survey: [
    [
      'nps',
      'npsscore',
      'csat',
      'csatscore',
      'ces',
      'surveyid',
      'responseid',
      '满意度',
      'nps得分',
      '问卷编号',
    ],
    [
      'respondent',
      'response',
      'comment',
      'feedback',
      'submittedat',
      'question',
      '反馈',
      '答卷人',
      '评论',
      '提交时间',
    ],
  ],
  invoices: [
    ['invoiceid', 'invoicenumber', 'invoiceno', '发票号', '发票号码', '发票编号'],
    ['invoicedate', 'amountdue', 'total', 'amount', 'duedate', 'paidat', '开票日期', '金额', '开票金额'],
  ],
  churn: [
    ['churneventid', 'churnid', '流失编号'],
    ['churndate', 'reasoncode', 'refundamountusd', 'churnreason', '流失日期', '流失原因'],
  ],
};

/** What a list with these headings is, where it is something else than an import takes; null for any other. */
export function foreignListOf(headings: readonly string[]): ForeignList | null {
  const labels = new Set(headings.map(headingWord));
  return (
    foreignLists.find((list) => signs[list].every((group) => group.some((word) => labels.has(word)))) ?? null
  );
}
