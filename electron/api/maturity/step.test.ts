import { expect, test } from 'vitest';
import { testService } from '../../testing/test-service.ts';

const tenure = testService('2026-11-05T04:00:00Z');
const { api } = tenure;

test('a plan: take, order, reword, make tasks, see one done, undo', async () => {
  const lines = await api().assessment.list({});
  const views = await Promise.all(lines.map(({ id }) => api().assessment.get({ id })));
  const view = views.find(({ steps, plan }) => steps.length === 0 && plan.steps.length > 2);
  const id = view?.id ?? 0;
  const indicators = (view?.plan.steps ?? []).slice(0, 2).map(({ indicator }) => indicator);
  await api().assessment.step.take({ id, indicators, language: 'zh-CN' });
  const steps = async () => (await api().assessment.get({ id })).steps;
  const second = (await steps())[1]?.id ?? 0;
  await api().assessment.step.move({ id, step: second, direction: 'up' });
  const facts = {
    step: '  每项成果指定一位负责人 ',
    owner: ' ',
    effort: 1,
    fromOn: null,
    toOn: '2026-12-01',
    note: null,
  };
  await api().assessment.step.edit({ id, step: second, facts });
  expect((await steps())[0]).toMatchObject({ id: second, step: '每项成果指定一位负责人', owner: null });
  await api().assessment.step.makeTasks({ id });
  const taskId = (await steps())[0]?.taskId ?? 0;
  await api().task.finish({ id: taskId });
  expect((await steps())[0]?.doneOn).toBe('2026-11-05');
  await api().assessment.step.drop({ id, step: second });
  expect(await steps()).toHaveLength(1);
  await api().change.undo();
  expect((await steps())[0]).toMatchObject({ id: second, taskId, doneOn: '2026-11-05' });
});
