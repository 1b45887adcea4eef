/** Hands a file to the service; the id is what an API call names it by. */
export async function upload(file: File): Promise<string> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
  });
  const { id } = (await response.json()) as { id: string | null };
  if (id === null) throw new UploadRefused();
  return id;
}

/** The service would not take the file in. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
}
