import { uploadTypes } from '@portico/shared/files';
import { fileTypeFromBlob } from 'file-type';
import { failField } from '../../engine/errors/failure.ts';

export type UploadType = (typeof uploadTypes)[number];

/** What programs declare when they do not know. */
const unknownTypes = ['', 'application/octet-stream'];

/** Names that the detector gives to what we accept under a plainer one. */
const detectedAs: Readonly<Record<string, UploadType>> = { 'image/apng': 'image/png' };

/**
 * Finds out what an upload is from its content.
 * @throws a failure of the field `file` when the content is not what was declared, or of no accepted type
 */
export async function detectType(file: File): Promise<UploadType> {
  const [declared = ''] = file.type.toLowerCase().split(';', 1);
  const found = await detect(file);
  if (!found) throw unsupported('Files of this type are not accepted');
  if (found !== declared.trim() && !unknownTypes.includes(declared)) {
    throw unsupported(`The content is not ${declared || 'what was declared'}`);
  }
  return found;
}

async function detect(file: File): Promise<UploadType | undefined> {
  const magic = (await fileTypeFromBlob(file))?.mime;
  const known = uploadTypes.find((type) => type === (detectedAs[magic ?? ''] ?? magic));
  if (known) return known;
  return (await isText(file)) ? 'text/plain' : undefined;
}

/** Text has no magic bytes: it is UTF-8 without NUL. */
async function isText(file: File): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of file.stream()) {
      if (chunk.includes(0)) return false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function unsupported(detail: string) {
  return failField('file', 'unsupported_file', detail);
}
