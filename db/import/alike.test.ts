import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { alikeValues, companyKeys, personKeys } from './alike.ts';

const romanise = (text: string) => pinyin(text, { toneType: 'none', type: 'array', v: true });
const companies = (values: string[], known: string[] = []) =>
  alikeValues(values, known, (name) => companyKeys(name, romanise)).map(({ value, like }) => [value, like]);
const people = (values: string[]) =>
  alikeValues(values, [], (name) => personKeys(name, romanise)).map(({ value, like }) => [value, like]);

test.each<[string[], string[], string[][]]>([
  [['Brightwater Foods', 'Brightwater Foods Ltd.'], [], [['Brightwater Foods Ltd.', 'Brightwater Foods']]],
  [['Acme, Inc.', 'ACME'], [], [['ACME', 'Acme, Inc.']]],
  [['云帆科技有限公司', '云帆科技'], [], [['云帆科技', '云帆科技有限公司']]],
  [['Yunfan Keji'], ['云帆科技'], [['Yunfan Keji', '云帆科技']]],
  [['Acme Ltd'], ['Acme Limited'], [['Acme Ltd', 'Acme Limited']]],
  [['acme'], ['Acme'], []],
  [['华为（中国）', '华为'], [], [['华为', '华为（中国）']]],
  [['Nordwind GmbH', 'Nordlicht GmbH', '北京蓝海', '上海蓝海'], [], []],
])('companies %j beside %j', (values, known, expected) => {
  expect(companies(values, known)).toEqual(expected);
});

test('a person is one by whatever script and order', () => {
  expect(people(['李娜', 'Li Na', 'Na Li', '李娜', '王强', 'Ann', 'Anna Lee'])).toEqual([
    ['Li Na', '李娜'],
    ['Na Li', '李娜'],
  ]);
});
