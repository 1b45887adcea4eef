import type { ComponentProps } from 'react';
import { FileButton } from '../ui/file-button.tsx';
import { notify } from './notices.ts';
import { upload } from './upload.ts';

/** Takes files in that something is to be read from; one over the limit is said, and none is taken in then. */
export function UploadButton({
  onUploaded,
  ...button
}: Omit<ComponentProps<typeof FileButton>, 'onFiles'> & {
  /** With the ids an API call names them by, in the order chosen; at least one. */
  onUploaded: (uploads: readonly string[]) => void;
}) {
  async function take(files: readonly File[]): Promise<void> {
    try {
      onUploaded(await Promise.all(files.map((file) => upload(file, 'import'))));
    } catch (error) {
      notify({ failure: error });
    }
  }
  return <FileButton {...button} onFiles={(files) => void take(files)} />;
}
