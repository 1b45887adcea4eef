import type { ExportedRow } from '../../db/export/query.ts';
import { accountReference } from '../account/reference.ts';
import type { NounSheet } from '../export/noun-sheet.ts';

export const noteSheet: NounSheet<ExportedRow<'note'>> = {
  noun: 'note',
  headingKey: (column) => `note.field.${column}`,
  choiceKey: (column, key) => `note.choice.${column}.${key}`,
  columns: [
    ...accountReference,
    {
      key: 'contactName',
      is: 'text',
      value: (note) => note.contact_name,
      synonyms: ['Contact Name', 'Contact Person', 'With', '联系人姓名', '沟通对象'],
    },
    {
      key: 'kind',
      is: 'choice',
      value: (note) => note.kind,
      labels: {
        note: ['Comment', 'Memo', '记录'],
        meeting: ['Online meeting', 'Video call', '线上会议', '开会'],
        call: ['Phone', 'Phone call', '通话', '来电', '去电'],
        email: ['Mail', '电子邮件', '邮箱'],
        visit: ['On-site', 'Onsite visit', '上门', '上门拜访', '走访'],
      },
      synonyms: ['Type', 'Activity Type', 'Channel', '沟通方式', '跟进方式', '跟进类型', '活动类型'],
    },
    {
      key: 'occurredOn',
      is: 'date',
      value: (note) => note.occurred_on,
      synonyms: [
        'Activity Date',
        'Due Date',
        'Created Date',
        'On',
        '时间',
        '跟进时间',
        '跟进日期',
        '沟通时间',
        '沟通日期',
      ],
    },
    {
      key: 'body',
      is: 'text',
      wrap: true,
      width: 80,
      value: (note) => note.body,
      synonyms: [
        'Notes',
        'Body',
        'Text',
        'Comments',
        'Full Comments',
        'Description',
        'Details',
        '备注',
        '跟进记录',
        '跟进内容',
        '沟通记录',
        '沟通内容',
        '详情',
      ],
    },
  ],
};
