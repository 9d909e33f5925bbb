import { type Picture, type StoredFile, upload } from '@portico/client';
import { client } from './api.ts';

/** What an upload tells while it runs, and how to stop it. */
export interface UploadOptions {
  /** What a picture shows, in words. */
  readonly alt?: string;
  /** Called with the share that has been sent, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Largest accepted upload, in bytes. */
export const maxUploadBytes = 20 * 1024 * 1024;

type FileType = StoredFile['type'];

export const pictureTypes: readonly FileType[] = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
];

export const fileTypes: readonly FileType[] = [
  ...pictureTypes,
  'application/pdf',
  'text/plain',
  'audio/mpeg',
  'video/mp4',
];

/** Why a file cannot be sent, before anything is sent; undefined when it can. */
export function refuseFile(file: File, types: readonly FileType[]): string | undefined {
  if (!types.some((type) => type === file.type)) return 'Files of this kind are not accepted.';
  if (file.size > maxUploadBytes) return 'This file is larger than 20 MB.';
  if (file.size === 0) return 'This file is empty.';
  return undefined;
}

/** Stores a file of the signed-in user. */
export function uploadFile(file: File, { alt = '', onProgress, signal }: UploadOptions): Promise<StoredFile> {
  return upload(
    client.files.upload,
    { file, alt },
    { signal, onProgress: ({ sent, total }) => onProgress(total > 0 ? sent / total : 0) },
  );
}

/** Stores a picture of the signed-in user. */
export async function uploadPicture(file: File, options: UploadOptions): Promise<Picture> {
  const { picture } = await uploadFile(file, options);
  if (!picture) throw new Error(`${file.name} was stored, but not as a picture`);
  return picture;
}
