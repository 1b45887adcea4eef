import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentOwner } from '../../db/attachment/rule.ts';
import { api } from './api.ts';
import { notify } from './notices.ts';
import { upload } from './upload.ts';

/** Copies files into the book and attaches them to a record, one after the other; one that is refused does not stop the rest. */
export function useAttach() {
  const { t } = useTranslation();
  const [isAttaching, setAttaching] = useState(false);
  const { mutateAsync: add } = useMutation(api.attachment.add.mutationOptions());
  async function attach(owner: AttachmentOwner, files: readonly File[]): Promise<void> {
    setAttaching(true);
    for (const file of files) {
      try {
        const id = await upload(file, 'attachment');
        await add({ owner, upload: id }).then(
          () => notify({ text: t('attachment.added', { name: file.name }), canUndo: true }),
          () => undefined, // the mutation has told it
        );
      } catch (error) {
        notify({ failure: error });
      }
    }
    setAttaching(false);
  }
  return { attach, isAttaching };
}
