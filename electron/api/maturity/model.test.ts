import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { leavesOf, partAt } from '../../../db/maturity/model-document.ts';
import { builtInModels } from '../../../db/maturity/models.ts';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;

const key = 'cs-function-maturity';
const original = builtInModels.find((model) => model.key === key);
if (!original) throw new Error('no model');

async function upload(name: string, content: string | Uint8Array): Promise<string> {
  const { id, path: file } = await tenure.service.transfers.place(name);
  await writeFile(file, content);
  return id;
}
const own = async () => (await api().maturityModel.list()).models.filter(({ isBuiltIn }) => !isBuiltIn);
const assess = (model: string) =>
  api().assessment.create({ model, subject: { company: 'Lumen' }, assessedOn: '2026-11-05', assessor: null });

test('a built-in model is copied, edited, published and used; the next version leaves the assessment as it was', async () => {
  const { id } = await api().maturityModel.begin({ key });
  await api().maturityModel.edit({ id, path: 'name.en', value: 'Our own model' });
  await api().maturityModel.edit({ id, path: 'dimensions.0.indicators.0.weight', value: 3 });
  expect(await api().maturityModel.publish({ id })).toEqual({ version: 1 });
  const [first] = await own();
  expect(first).toMatchObject({ name: { en: 'Our own model' }, version: 1, used: 0 });
  const used = first?.key ?? '';
  const { id: assessment } = await assess(used);

  const { id: next } = await api().maturityModel.begin({ key: used });
  await api().maturityModel.edit({ id: next, path: 'dimensions.0.indicators.0.weight', value: 5 });
  expect(await api().maturityModel.publish({ id: next })).toEqual({ version: 2 });
  const kept = await api().assessment.get({ id: assessment });
  expect([kept.model.version, kept.model.dimensions[0]?.indicators[0]?.weight]).toEqual([1, 3]);
  expect(await own()).toMatchObject([
    { version: 2, used: 1, latest: '2026-11-05', earlier: [{ version: 1, used: 1 }] },
  ]);

  const file = path.join(tenure.folder, 'first.json');
  const old = { key: used, version: 1 };
  await api().maturityModel.export({ source: old, kind: 'json', language: 'en', path: file });
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(kept.model)));
  const name = { source: { key: used, version: 3 }, kind: 'json', language: 'en' } as const;
  await expect(api().maturityModel.fileName(name)).rejects.toThrow('record.not-found');
});

test('a model in use is not deleted, a built-in one never; one that is not used goes and comes back', async () => {
  const { id } = await api().maturityModel.begin({ key });
  await api().maturityModel.publish({ id });
  const mine = (await own())[0]?.key ?? '';
  const { id: assessment } = await assess(mine);
  await expect(api().maturityModel.delete({ key: mine })).rejects.toThrow('maturity-model.in-use');
  await expect(api().maturityModel.delete({ key })).rejects.toThrow('maturity-model.built-in');
  await api().assessment.remove({ id: assessment });
  await api().maturityModel.delete({ key: mine });
  expect(await own()).toEqual([]);
  await api().change.undo();
  expect(await own()).toMatchObject([{ key: mine }]);
});

test('a draft that is not right is kept but not published, and each edit is undone by itself', async () => {
  const { id } = await api().maturityModel.begin({ key });
  await api().maturityModel.edit({ id, path: 'dimensions.0.name.zh-CN', value: '' });
  await expect(api().maturityModel.publish({ id })).rejects.toThrow('maturity-model.incomplete');
  const { document } = await api().maturityModel.draft({ id });
  const shape = document as { dimensions: unknown[] };
  await api().maturityModel.edit({ id, path: 'dimensions', value: shape.dimensions.slice(1) as never });
  await api().maturityModel.edit({ id, path: 'purpose.en', value: 'x' });
  await api().change.undo();
  await api().change.undo();
  await api().change.undo();
  const again = await api().maturityModel.draft({ id });
  expect(again.document).toEqual({
    ...JSON.parse(JSON.stringify(original)),
    key: again.key,
    version: 1,
    name: { en: 'CS function maturity (copy)', 'zh-CN': '客户成功成熟度（副本）' },
  });
});

test('a scale grows in every question by one action, and is assessed with once it is described', async () => {
  const { id } = await api().maturityModel.begin({ key });
  const document = async () => (await api().maturityModel.draft({ id })).document;
  const before = await document();
  await api().maturityModel.edit({ id, path: 'purpose.en', value: 'Said before' });
  await api().maturityModel.edit({ id, reshape: { action: 'add-level', level: 6, key: 'own-1' } });
  const longer = await document();
  expect(partAt(longer, 'purpose.en')).toBe('Said before');
  const blank = leavesOf(longer).filter(({ part }) => JSON.stringify(part) === '{"en":"","zh-CN":""}');
  expect(blank.length).toBe(1 + 11 * 3); // its name; in each question its two texts and the way up to it
  await expect(api().maturityModel.publish({ id })).rejects.toThrow('maturity-model.incomplete');
  for (const { path: place } of blank)
    for (const language of ['en', 'zh-CN'])
      await api().maturityModel.edit({ id, path: `${place}.${language}`, value: 'written' });
  await api().maturityModel.publish({ id });
  const { id: assessment } = await assess((await own())[0]?.key ?? '');
  await api().assessment.answer({ id: assessment, indicator: 'segmentation', change: { level: 6 } });
  for (let actions = blank.length * 2 + 3; actions > 0; actions--) await api().change.undo(); // up to the level itself
  await api().change.undo();
  await api().change.undo();
  expect(await document()).toEqual(before);
});

test.each([
  { action: 'add-level', level: 7, key: 'own-1' },
  { action: 'remove-level', level: 6 },
] as const)('a scale of five has nothing to do with $action $level', async (reshape) => {
  const { id } = await api().maturityModel.begin({ key });
  await expect(api().maturityModel.edit({ id, reshape })).rejects.toThrow('record.invalid');
});

test.each(['nowhere.at.all', 'key', 'version', '__proto__.x', ''])(
  'the part %j is not edited',
  async (part) => {
    const { id } = await api().maturityModel.begin({ key });
    await expect(api().maturityModel.edit({ id, path: part, value: 'x' })).rejects.toThrow('record.invalid');
  },
);

describe('a model as a file', () => {
  test.each([
    ['json', 'en'],
    ['xlsx', 'en'],
    ['xlsx', 'zh-CN'],
  ] as const)('leaves as %s in %s and comes back the same', async (kind, language) => {
    for (const model of builtInModels) {
      const file = path.join(tenure.folder, `${model.key}.${kind}`);
      const source = { key: model.key, version: model.version };
      await api().maturityModel.export({ source, kind, language, path: file });
      const { id } = await api().maturityModel.import({ upload: await upload(file, await readFile(file)) });
      const { document, key: given } = await api().maturityModel.draft({ id });
      expect(document).toEqual({ ...JSON.parse(JSON.stringify(model)), key: given });
      expect(given).not.toBe(model.key);
    }
  });

  test('edited in Excel, it says which cell is wrong, or is taken in with what was changed', async () => {
    const file = path.join(tenure.folder, 'model.xlsx');
    const source = { key, version: 1 };
    await api().maturityModel.export({ source, kind: 'xlsx', language: 'en', path: file });
    const edited = async (place: string, column: string, typed: string | number) => {
      const workbook = read(await readFile(file));
      const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ''];
      if (!sheet) throw new Error('no sheet');
      const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' });
      const row = rows.findIndex(([cell]) => cell === place) + 1;
      utils.sheet_add_aoa(sheet, [[typed]], { origin: `${column}${row}` });
      return { row, id: await upload(file, new Uint8Array(write(workbook, { type: 'array' }))) };
    };
    const broken = await edited('dimensions.1.weight', 'E', 0);
    expect(await api().maturityModel.inspect({ upload: broken.id })).toEqual({
      model: null,
      problemCount: 1,
      problems: [{ path: 'dimensions.1.weight', code: 'out-of-range', cell: `E${broken.row}` }],
    });
    await expect(api().maturityModel.import({ upload: broken.id })).rejects.toThrow(
      'maturity-model.incomplete',
    );
    const blank = await edited('dimensions.1.asks', 'C', '');
    expect((await api().maturityModel.inspect({ upload: blank.id })).problems).toEqual([
      { path: 'dimensions.1.asks.en', code: 'text-missing', cell: `C${blank.row}` },
    ]);
    const { id } = await api().maturityModel.import({
      upload: (await edited('dimensions.1.asks', 'C', '<script>alert(1)</script>')).id,
    });
    const { document } = await api().maturityModel.draft({ id });
    expect(partAt(document, 'dimensions.1.asks.en')).toBe('<script>alert(1)</script>');
  });

  test('in one language only, every missing text is counted, and the draft has the rest', async () => {
    const english = JSON.parse(JSON.stringify(original).replaceAll('"zh-CN":', '"zh":'));
    const file = await upload('m.json', JSON.stringify(english));
    const { model, problemCount, problems } = await api().maturityModel.inspect({ upload: file });
    expect(model).toMatchObject({ name: { en: original.name.en, 'zh-CN': '' }, indicators: 11 });
    expect(problemCount).toBeGreaterThan(200);
    expect(problems).toHaveLength(200);
    expect(problems[0]).toEqual({ path: 'scale.0.name.zh-CN', code: 'text-missing', cell: null });
    const { id } = await api().maturityModel.import({ upload: file });
    const { document } = await api().maturityModel.draft({ id });
    expect(partAt(document, 'scale.0.name')).toEqual({ en: original.scale[0]?.name.en, 'zh-CN': '' });
    await expect(api().maturityModel.publish({ id })).rejects.toThrow('maturity-model.incomplete');
  });

  test('of ten thousand questions is refused without being followed', async () => {
    const [dimension] = original.dimensions;
    const many = Array.from({ length: 10_000 }, (_, at) => ({ key: `q-${at}` }));
    const id = await upload(
      'm.json',
      JSON.stringify({ ...original, dimensions: [{ ...dimension, indicators: many }] }),
    );
    const { model, problems } = await api().maturityModel.inspect({ upload: id });
    expect(model).toBeNull();
    expect(problems.map(({ path: place }) => place)).toContain('dimensions.0.indicators');
  });

  test.each([
    ['ten megabytes', 'x'.repeat(10_000_000), 'maturity-model.too-large'],
    ['cut off in the middle', '{"format":1,"key":"a', 'maturity-model.damaged'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), 'maturity-model.damaged'],
    ['brackets without end', '['.repeat(200_000), 'maturity-model.damaged'],
    ['a workbook cut off', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'import.damaged'],
  ])('%s is said in words, and nothing changes', async (_, content, code) => {
    const before = await api().maturityModel.list();
    await expect(api().maturityModel.inspect({ upload: await upload('m.json', content) })).rejects.toThrow(
      code,
    );
    expect(await api().maturityModel.list()).toEqual(before);
  });
});
