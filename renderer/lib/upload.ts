import { type UploadPurpose, uploadLimits } from '../../db/types/upload.ts';

/**
 * Hands a file to the service; the id is what an API call names it by.
 * @throws UploadRefused for a file over the limit, of which nothing is read
 */
export async function upload(file: File, purpose: UploadPurpose): Promise<string> {
  const limit = uploadLimits[purpose];
  if (file.size > limit) throw new UploadRefused(file.name, limit);
  const response = await fetch(`/upload?for=${purpose}&name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
  });
  const { id } = (await response.json()) as { id: string | null };
  if (id === null) throw new UploadRefused(file.name, limit);
  return id;
}

/** The service does not take the file in; what is said of it is the failure `file.too-large`. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  readonly parameters: { readonly name: string; readonly megabytes: number };

  constructor(name: string, limitBytes: number) {
    super(name);
    this.parameters = { name, megabytes: limitBytes / 1024 ** 2 };
  }
}
