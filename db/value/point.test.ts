import { expect, test } from 'vitest';
import { sentenceCount } from './point.ts';

test.each([
  ['', 'en', 0],
  [' \n — ', 'en', 0],
  ['Planners order the right amount every morning', 'en', 1],
  ['Planners order the right amount every morning.', 'en', 1],
  ['Planners order less, e.g. fresh goods, with version 2.0 of the plan.', 'en', 1],
  ['Order less. Sell more.', 'en', 2],
  ['Why wait? Order less', 'en', 2],
  ['Order less\nSell more', 'en', 2],
  ['让计划员每天早上订对货。', 'zh-CN', 1],
  ['让计划员每天早上订对货,少缺货', 'zh-CN', 1],
  ['让计划员订对货。缺货减半!', 'zh-CN', 2],
])('%j (%s) has %i sentences', (text, language, count) => {
  expect(sentenceCount(text, language)).toBe(count);
});
