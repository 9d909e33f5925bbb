import { z } from 'zod';
import { line } from './text.ts';

/** Largest accepted upload, in bytes. */
export const maxUploadBytes = 20 * 1024 * 1024;

/** Types a user may upload; the content's magic bytes must agree. */
export const uploadTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
  'application/pdf',
  'text/plain',
  'audio/mpeg',
  'video/mp4',
] as const;

/** The accepted types that are pictures: they get a size and a thumbnail. */
export const pictureTypes = uploadTypes.filter((type) => type.startsWith('image/'));

/** Who may download a file: everyone who knows its address, or its owner alone. */
export const Visibility = z.enum(['public', 'private']).meta({ id: 'Visibility' });
export type Visibility = z.infer<typeof Visibility>;

/** A picture as other resources show it. */
export const Picture = z
  .object({
    id: z.uuid(),
    url: z.string().describe('Path of the original'),
    thumbnailUrl: z.string().describe('Path of a WebP, 480 pixels at its longer side'),
    width: z.int().describe('Pixels'),
    height: z.int().describe('Pixels'),
    alt: z.string().describe('What it shows, in words; empty when decorative'),
  })
  .meta({ id: 'Picture', description: 'An uploaded picture' });
export type Picture = z.infer<typeof Picture>;

/** An uploaded file. */
export const StoredFile = z
  .object({
    id: z.uuid(),
    name: z.string().describe('File name as uploaded, without path'),
    type: z.enum(uploadTypes),
    size: z.int().describe('Bytes'),
    visibility: Visibility,
    url: z.string().describe('Path of the content'),
    picture: Picture.nullable().describe('Present when the file is a picture'),
    createdAt: z.date(),
  })
  .meta({ id: 'StoredFile', description: 'An uploaded file' });
export type StoredFile = z.infer<typeof StoredFile>;

/** Fields that come with an upload, beside the file itself. */
export const uploadFields = {
  alt: line().max(300).default('').describe('What a picture shows, in words'),
  visibility: Visibility.default('public'),
};

export const FileId = z.object({ id: z.uuid() });

export const FileContent = FileId.extend({
  download: z.boolean().optional().describe('True offers to save it instead of showing it'),
});
export type FileContent = z.infer<typeof FileContent>;
