import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn'; // the calendar's month and weekday names
import { type IsoDate, isIsoDate } from '../../db/types/calendar.ts';

const written = 'YYYY-MM-DD';
/** How people type a day; the first is how it is shown. */
const understood = [written, 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD', 'YYYY年M月D日'];

/** A calendar day as text `YYYY-MM-DD`, picked or typed, the same in every time zone; null is no day. */
export function DateInput({
  value,
  onChange,
  placeholder = written,
  ...rest
}: {
  value?: IsoDate | null | undefined;
  onChange?: (date: IsoDate | null) => void;
  id?: string;
  /** Shown while there is no day; how a day is written, unless said otherwise. */
  placeholder?: string | undefined;
  status?: '' | 'error';
  allowClear?: boolean;
  disabled?: boolean;
  'aria-describedby'?: string;
  'aria-label'?: string;
}) {
  return (
    <DatePicker
      {...rest}
      style={{ width: '100%' }}
      placeholder={placeholder}
      value={value && isIsoDate(value) ? dayjs(value) : null}
      format={understood}
      // Enter takes the day that was typed; it must not send the form before.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      onChange={(day) => onChange?.(day ? day.format(written) : null)}
    />
  );
}
