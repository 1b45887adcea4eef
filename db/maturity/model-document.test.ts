import { expect, test } from 'vitest';
import {
  blankLike,
  fromLeaves,
  isList,
  leavesOf,
  type Part,
  partAt,
  withPart,
  withWaysUp,
} from './model-document.ts';
import { readMaturityModel } from './model-reading.ts';
import { builtInModels } from './models.ts';

const documents = builtInModels.map((model) => JSON.parse(JSON.stringify(model)) as Part);

test('a part is found and exchanged by its path; the rest stays', () => {
  const document = { a: [{ name: { en: 'x', 'zh-CN': '某' } }], b: 1 };
  expect(partAt(document, 'a.0.name.en')).toBe('x');
  expect(partAt(document, '')).toBe(document);
  expect(withPart(document, 'a.0.name.en', 'y')).toEqual({ a: [{ name: { en: 'y', 'zh-CN': '某' } }], b: 1 });
});

test.each(['c', 'a.1', 'a.x', 'b.0', '__proto__', 'a.length', 'constructor.name'])(
  '%s is no part',
  (path) => {
    const document = { a: [1], b: 1 };
    expect(partAt(document, path)).toBeUndefined();
    expect(() => withPart(document, path, 2)).toThrow(RangeError);
  },
);

test.each(builtInModels)('$key, taken apart and put together, is the same', (model) => {
  const document = JSON.parse(JSON.stringify(model)) as Part;
  expect(fromLeaves(leavesOf(document))).toEqual(document);
});

test('a new question or dimension has the shape of its neighbour, and only its texts are missing', () => {
  let count = 0;
  const newKey = () => `new-${++count}`;
  for (const document of documents) {
    const indicators = partAt(document, 'dimensions.0.indicators');
    const first = isList(indicators) ? indicators[0] : undefined;
    if (!isList(indicators) || first === undefined) throw new Error('no indicators');
    const longer = withPart(document, 'dimensions.0.indicators', [...indicators, blankLike(first, newKey)]);
    const { problems } = readMaturityModel(longer);
    expect(problems.length).toBeGreaterThan(0);
    const last = `dimensions.0.indicators.${indicators.length}`;
    for (const { path, code } of problems) {
      expect(code).toBe('text-missing');
      expect(path.startsWith(last)).toBe(true);
    }
  }
});

test('stages in any order lack only words and cuts: the highest leads no further, the others onwards', () => {
  for (const document of documents) {
    const stages = partAt(document, 'stages');
    if (!isList(stages)) throw new Error('no stages');
    const newKey = () => 'new-stage';
    const longer = [...stages, blankLike(stages.at(-1) ?? null, newKey)];
    for (const order of [longer, stages.slice(0, -1), stages.toReversed()]) {
      const { problems } = readMaturityModel(withPart(document, 'stages', withWaysUp(order, newKey)));
      expect(problems.filter(({ code }) => code.startsWith('way-up'))).toEqual([]);
    }
  }
});
