import { expect, test } from 'vitest';
import { readPerson } from './person-text.ts';

test.each([
  [
    'Gao Shan, General Manager, 139 0000 0000',
    { name: 'Gao Shan', title: 'General Manager', email: null, phone: '139 0000 0000' },
  ],
  [
    '徐青，供应总监，xu.qing@lumen.example',
    { name: '徐青', title: '供应总监', email: 'xu.qing@lumen.example', phone: null },
  ],
  ['邵工', { name: '邵工', title: null, email: null, phone: null }],
  [
    'mei@harbor.example\nMei Lin\nCOO',
    { name: 'Mei Lin', title: 'COO', email: 'mei@harbor.example', phone: null },
  ],
  ['TBD', null],
  ['', null],
  ['待定', null],
  ['somebody in purchasing whom we have not met and who will be named by the sponsor next week', null],
])('%s', (answer, person) => {
  expect(readPerson(answer)).toEqual(person);
});
