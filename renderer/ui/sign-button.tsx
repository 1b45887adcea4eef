import { Button } from 'antd';
import type { ReactNode } from 'react';

/** A small button known by its sign; its words are there for whoever hears it or rests on it. */
export function SignButton({
  label,
  icon,
  isOff = false,
  onClick,
}: {
  label: string;
  icon: ReactNode;
  isOff?: boolean;
  onClick: () => void;
}) {
  return (
    <Button
      type="text"
      size="small"
      aria-label={label}
      title={label}
      icon={icon}
      disabled={isOff}
      onClick={onClick}
    />
  );
}
