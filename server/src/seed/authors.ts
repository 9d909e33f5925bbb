import { type Look, portrait } from './art/portrait.ts';
import { ink } from './art/svg.ts';

/** Somebody who wrote demonstration posts; has no password, so nobody can sign in as them. */
export interface DemoAuthor {
  readonly username: string;
  readonly name: string;
  readonly bio: string;
  readonly look: Look;
}

export const demoAuthors: readonly DemoAuthor[] = [
  {
    username: 'mira',
    name: 'Mira Lindqvist',
    bio: 'Builds backends, keeps notes on what broke and why. Believes in small changes and restored backups.',
    look: {
      backdrop: [ink.amber, ink.ochre],
      skin: ink.blush,
      hair: ink.night,
      clothes: ink.deep,
      cut: 'bun',
    },
  },
  {
    username: 'tomas',
    name: 'Tomás Abara',
    bio: 'Cooks for whoever comes by. Writes recipes the way he would explain them over the shoulder.',
    look: {
      backdrop: [ink.sky, ink.blue],
      skin: ink.rust,
      hair: ink.night,
      clothes: ink.cream,
      cut: 'short',
    },
  },
  {
    username: 'ilse',
    name: 'Ilse Moreau',
    bio: 'Gardens on a balcony, an allotment and other people’s window sills. Weighs her plants.',
    look: {
      backdrop: [ink.sage, ink.moss],
      skin: ink.sand,
      hair: ink.brick,
      clothes: ink.paper,
      cut: 'long',
    },
  },
  {
    username: 'wen',
    name: 'Wen Castellan',
    bio: 'Walks through cities with a notebook. Interested in benches, trams and whatever happens after midnight.',
    look: {
      backdrop: [ink.rose, ink.plum],
      skin: ink.ochre,
      hair: ink.plum,
      clothes: ink.moss,
      cut: 'curls',
    },
  },
];

/** Draws somebody. */
export function drawAuthor({ look }: DemoAuthor): string {
  return portrait(look);
}
