import type { Field, Kind } from './field.ts';

/** What a CRM exports, each to a file of its own. */
export const crmNouns = ['account', 'opportunity', 'contact'] as const;
export type CrmNoun = (typeof crmNouns)[number];

const text: Kind = { is: 'text' };
const date: Kind = { is: 'date' };

function field<Key extends string>(key: Key, kind: Kind, ...synonyms: readonly string[]): Field<Key> {
  const [en = key] = synonyms;
  return {
    key,
    kind,
    label: { en, 'zh-CN': synonyms.find((word) => /\p{Script=Han}/u.test(word)) ?? en },
    synonyms,
  };
}

const ofAccount = field(
  'accountName',
  text,
  'Account Name',
  'Company name',
  'Associated Company',
  'Primary Associated Company',
  'Company',
  '客户名称',
  '公司名称',
);

/**
 * The columns of Salesforce's and HubSpot's exports that a handoff can use, by the headings these programs give them in
 * English and Chinese.
 */
export const crmFields = {
  account: [
    { ...ofAccount, synonyms: [...ofAccount.synonyms, 'Name', '名称'] },
    field('industry', text, 'Industry', '行业', '所属行业'),
    field(
      'employees',
      text,
      'Employees',
      'Number of Employees',
      'No. of Employees',
      '员工数',
      '员工人数',
      '员工数量',
    ),
    field('city', text, 'Billing City', 'City', 'Shipping City', '城市', '帐单邮寄城市', '账单城市'),
    field('state', text, 'Billing State/Province', 'State/Region', 'Billing State', '省份', '州/地区'),
    field('country', text, 'Billing Country', 'Country/Region', 'Country', '国家', '国家/地区'),
    field('description', text, 'Account Description', 'Description', 'About Us', '描述', '客户描述'),
  ],
  opportunity: [
    ofAccount,
    field('name', text, 'Opportunity Name', 'Deal Name', '业务机会名称', '商机名称', '交易名称'),
    field('amount', text, 'Amount', 'Amount in company currency', 'Deal Amount', '金额', '商机金额'),
    field(
      'currency',
      text,
      'Opportunity Currency',
      'Amount Currency',
      'Currency',
      'Deal Currency Code',
      '币种',
      '业务机会货币',
    ),
    field('createdOn', date, 'Created Date', 'Create Date', 'Created', '创建日期', '创建时间'),
    field('closedOn', date, 'Close Date', 'Closed Date', '结束日期', '关闭日期', '预计成交日期', '成交日期'),
    field('stage', text, 'Stage', 'Deal Stage', '阶段', '商机阶段', '交易阶段'),
    field(
      'percent',
      text,
      'Probability (%)',
      'Deal probability',
      'Probability',
      '可能性',
      '赢单率',
      '成交概率',
    ),
    field(
      'owner',
      text,
      'Opportunity Owner',
      'Deal owner',
      'Owner',
      '业务机会所有人',
      '商机负责人',
      '负责人',
    ),
    field(
      'products',
      text,
      'Products',
      'Product Name',
      'Line Items',
      'Associated Line Item',
      '产品',
      '产品名称',
    ),
    field(
      'startOn',
      date,
      'Contract Start Date',
      'Start Date',
      'Service Start Date',
      '合同开始日期',
      '开始日期',
    ),
    field('endOn', date, 'Contract End Date', 'End Date', 'Service End Date', '合同结束日期', '到期日期'),
    field('term', text, 'Contract Term (months)', 'Contract Term', 'Term', '合同期限', '合同期限(月)'),
    field('reason', text, 'Closed Won Reason', 'Reason Won', 'Win Reason', '赢单原因', '成交原因'),
    field('competitors', text, 'Main Competitor(s)', 'Competitors', 'Competitor', '主要竞争对手', '竞争对手'),
  ],
  contact: [
    ofAccount,
    field('name', text, 'Full Name', 'Contact Name', 'Name', '姓名', '联系人姓名'),
    field('firstName', text, 'First Name', '名', '名字'),
    field('lastName', text, 'Last Name', '姓', '姓氏'),
    field('title', text, 'Title', 'Job Title', '职务', '职位'),
    field('email', text, 'Email', 'Email Address', '电子邮件', '邮箱'),
    field('phone', text, 'Phone', 'Mobile', 'Phone Number', 'Mobile Phone Number', '电话', '手机'),
    field(
      'role',
      text,
      'Role',
      'Buying Role',
      'Contact Role',
      'Role in Deal',
      '角色',
      '购买角色',
      '联系人角色',
    ),
  ],
} as const satisfies Readonly<Record<CrmNoun, readonly Field[]>>;

/** Without one of each group, rows are hardly of the noun. */
export const crmNeeded: Readonly<Record<CrmNoun, readonly (readonly string[])[]>> = {
  account: [['accountName'], ['industry', 'employees', 'city', 'country', 'description']],
  opportunity: [['name'], ['amount', 'closedOn', 'stage']],
  contact: [
    ['name', 'lastName', 'firstName'],
    ['email', 'title', 'phone', 'role'],
  ],
};
