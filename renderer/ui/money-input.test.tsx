import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { show } from '../testing/render.tsx';
import { MoneyInput } from './money-input.tsx';

function Amount({ currency, onMinor }: { currency: string; onMinor: (minor: number | null) => void }) {
  const [minor, setMinor] = useState<number | null>(null);
  const change = (typed: number | null) => {
    onMinor(typed);
    setMinor(typed);
  };
  return <MoneyInput aria-label="Amount" currency={currency} value={minor} onChange={change} />;
}

async function type(written: string, currency: string) {
  const onMinor = vi.fn();
  const { user } = await show(<Amount currency={currency} onMinor={onMinor} />);
  const field = screen.getByLabelText<HTMLInputElement>('Amount');
  await user.type(field, written);
  await user.tab();
  return { minor: onMinor.mock.lastCall?.[0] ?? null, shown: field.value };
}

test.each([
  ['1234.5', 'CNY', 123_450, '1,234.5'],
  ['1,234.50', 'CNY', 123_450, '1,234.5'],
  ['￥', 'CNY', null, ''],
  ['¥ 12，000', 'CNY', 1_200_000, '12,000'],
  ['1500', 'JPY', 1500, '1,500'],
  ['1.234', 'KWD', 1234, '1.234'],
  ['0.07', 'USD', 7, '0.07'],
])('%s in %s is %s minor units, shown as %s', async (written, currency, minor, shown) => {
  expect(await type(written, currency)).toEqual({ minor, shown });
});
