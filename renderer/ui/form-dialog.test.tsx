import { screen, waitFor } from '@testing-library/react';
import { Form, Input } from 'antd';
import { expect, test, vi } from 'vitest';
import { show } from '../testing/render.tsx';
import { DateInput } from './date-input.tsx';
import { FormDialog } from './form-dialog.tsx';
import { MoneyInput } from './money-input.tsx';

type Values = { name: string; dueOn: string | null; minor: number | null };

type Props = Parameters<typeof FormDialog<Values>>[0];

function GoalDialog(props: Pick<Props, 'onSubmit' | 'onClose'> & Partial<Props>) {
  const [form] = Form.useForm<Values>();
  return (
    <FormDialog<Values> form={form} title="A goal" {...props}>
      <Form.Item name="name" label="Name" rules={[{ required: true, message: 'A goal needs a name.' }]}>
        <Input />
      </Form.Item>
      <Form.Item name="dueOn" label="Due">
        <DateInput />
      </Form.Item>
      <Form.Item name="minor" label="Amount">
        <MoneyInput currency="CNY" />
      </Form.Item>
    </FormDialog>
  );
}

async function showDialog(props: Partial<Props> = {}) {
  const heard = { onSubmit: vi.fn(), onClose: vi.fn() };
  const { user } = await show(<GoalDialog {...heard} {...props} />);
  return { user, ...heard };
}

test('what was typed is handed over with the day and the amount as values, once it is saved', async () => {
  const { user, onSubmit } = await showDialog({ initialValues: { name: 'Less waste' } });
  await user.type(screen.getByLabelText('Due'), '2026/3/9{Enter}');
  expect(onSubmit).not.toHaveBeenCalled(); // Enter took the day
  await user.type(screen.getByLabelText('Amount'), '¥1,234.5');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(onSubmit).toHaveBeenCalledWith({ name: 'Less waste', dueOn: '2026-03-09', minor: 123_450 }),
  );
});

test('a missing field is named beside it and nothing is handed over', async () => {
  const { user, onSubmit } = await showDialog();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('A goal needs a name.')).toBeTruthy();
  expect(onSubmit).not.toHaveBeenCalled();
  await user.type(screen.getByLabelText('Name'), 'Less waste');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(onSubmit).toHaveBeenCalledTimes(1));
});

test('Escape and cancel leave everything as it was', async () => {
  const { user, onSubmit, onClose } = await showDialog();
  await user.type(screen.getByLabelText('Name'), 'Less{Escape}');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onClose).toHaveBeenCalledTimes(2);
  expect(onSubmit).not.toHaveBeenCalled();
});

test('the button waits until the form can be submitted, and removing has one of its own', async () => {
  const remove = vi.fn();
  const { user } = await showDialog({ canSubmit: false, removal: { label: 'Delete the goal', remove } });
  expect((screen.getByRole('button', { name: 'Save' }) as HTMLButtonElement).disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Delete the goal' }));
  expect(remove).toHaveBeenCalledTimes(1);
});
