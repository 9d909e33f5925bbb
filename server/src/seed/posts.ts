import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as city from './art/city-scenes.ts';
import * as garden from './art/garden-scenes.ts';
import * as kitchen from './art/kitchen-scenes.ts';
import * as software from './art/software-scenes.ts';

/** A demonstration post. */
export interface DemoPost {
  /** Its text lies in `posts/<file>.md`. */
  readonly file: string;
  readonly title: string;
  /** Username of its author; absent for a draft of the administrator's. */
  readonly author?: string;
  readonly tags: readonly string[];
  /** Days since it was published; absent for a draft. */
  readonly age?: number;
  readonly cover?: { readonly draw: () => string; readonly alt: string };
}

export const demoPosts: readonly DemoPost[] = [
  {
    file: 'small-pull-requests',
    title: 'Small pull requests are a kindness',
    author: 'mira',
    tags: ['software', 'teamwork', 'review'],
    age: 2,
    cover: { draw: software.branches, alt: 'Coloured lines leave a straight one and come back to it' },
  },
  {
    file: 'the-bench-test',
    title: 'The bench test',
    author: 'wen',
    tags: ['cities', 'walking'],
    age: 3,
    cover: { draw: city.bench, alt: 'A red bench on a hill above a town at sunset' },
  },
  {
    file: 'herbs-for-a-north-window',
    title: 'Herbs for a north window',
    author: 'ilse',
    tags: ['garden', 'herbs', 'balcony'],
    age: 5,
    cover: { draw: garden.herbs, alt: 'Three pots of herbs on a window sill' },
  },
  {
    file: 'bread-for-people-with-jobs',
    title: 'Bread for people with jobs',
    author: 'tomas',
    tags: ['cooking', 'bread'],
    age: 7,
    cover: { draw: kitchen.loaf, alt: 'A loaf with four cuts on a board between ears of wheat' },
  },
  {
    file: 'what-an-index-does',
    title: 'What an index really does',
    author: 'mira',
    tags: ['software', 'postgres', 'databases'],
    age: 9,
    cover: { draw: software.shelf, alt: 'Two shelves of books, one book pulled out of each' },
  },
  {
    file: 'cursor-that-never-skips',
    title: 'The cursor that never skips a row',
    author: 'mira',
    tags: ['software', 'postgres', 'api'],
    age: 17,
    cover: {
      draw: software.ledger,
      alt: 'Rows of a table with a marker between the ones seen and the ones to come',
    },
  },
  {
    file: 'one-pot-of-beans',
    title: 'One pot of beans, five dinners',
    author: 'tomas',
    tags: ['cooking', 'beans', 'frugal'],
    age: 21,
    cover: { draw: kitchen.beans, alt: 'A bowl of beans in many colours, seen from above' },
  },
  {
    file: 'read-the-error-twice',
    title: 'Read the error message twice',
    author: 'mira',
    tags: ['software', 'debugging'],
    age: 26,
    cover: { draw: software.ripples, alt: 'Rings on dark water around two points' },
  },
  {
    file: 'compost-is-a-slow-kitchen',
    title: 'Compost is a slow kitchen',
    author: 'ilse',
    tags: ['garden', 'soil', 'compost'],
    age: 29,
    cover: { draw: garden.strata, alt: 'Seedlings above bright layers of earth' },
  },
  {
    file: 'a-map-drawn-on-foot',
    title: 'A map drawn on foot',
    author: 'wen',
    tags: ['cities', 'walking', 'maps'],
    age: 34,
    cover: { draw: city.map, alt: 'A town map with a red route from a blue point to a pin' },
  },
  {
    file: 'a-backup-is-a-rumour',
    title: 'A backup you have not restored is a rumour',
    author: 'mira',
    tags: ['software', 'operations', 'databases'],
    age: 38,
    cover: { draw: software.moons, alt: 'Eight phases of the moon, one of them full and golden' },
  },
  {
    file: 'salt-early',
    title: 'Salt early',
    author: 'tomas',
    tags: ['cooking', 'basics'],
    age: 44,
    cover: { draw: kitchen.crystals, alt: 'Salt crystals on a dark ground' },
  },
  {
    file: 'forms-that-forgive',
    title: 'Forms that forgive',
    author: 'mira',
    tags: ['software', 'web', 'accessibility'],
    age: 52,
    cover: {
      draw: software.fields,
      alt: 'A form with three fields, the middle one marked, and a green button',
    },
  },
  {
    file: 'what-to-plant-under-a-tree',
    title: 'What to plant under a tree',
    author: 'ilse',
    tags: ['garden', 'shade'],
    age: 60,
    cover: { draw: garden.shade, alt: 'A broad tree with ferns in its shade' },
  },
  {
    file: 'why-the-tram-rings',
    title: 'Why the tram rings its bell',
    author: 'wen',
    tags: ['cities', 'transport'],
    age: 66,
    cover: { draw: city.tram, alt: 'A red tram coming down a street of coloured houses' },
  },
  {
    file: 'why-noon-moves',
    title: 'Time zones, or why noon moves',
    author: 'mira',
    tags: ['software', 'time'],
    age: 71,
    cover: { draw: software.globe, alt: 'A globe with one half in the night' },
  },
  {
    file: 'sharpen-a-knife',
    title: 'Sharpening a knife in ten minutes',
    author: 'tomas',
    tags: ['cooking', 'tools'],
    age: 77,
    cover: { draw: kitchen.blade, alt: 'A kitchen knife beside half a red onion' },
  },
  {
    file: 'watering-by-weight',
    title: 'Watering by weight',
    author: 'ilse',
    tags: ['garden', 'balcony', 'houseplants'],
    age: 83,
    cover: { draw: garden.drops, alt: 'Drops of water, one of them golden, above a row of seedlings' },
  },
  {
    file: 'delete-the-flag',
    title: 'Delete the flag',
    author: 'mira',
    tags: ['software', 'maintenance'],
    age: 94,
    cover: { draw: software.pennants, alt: 'Two lines of pennants with one missing in each' },
  },
  {
    file: 'rooftops-are-a-second-city',
    title: 'Rooftops are a second city',
    author: 'wen',
    tags: ['cities', 'architecture'],
    age: 100,
    cover: { draw: city.roofs, alt: 'Pitched roofs with lit windows under a moon' },
  },
  {
    file: 'soup-from-the-end-of-the-week',
    title: 'Soup from the end of the week',
    author: 'tomas',
    tags: ['cooking', 'frugal', 'soup'],
    age: 105,
    cover: { draw: kitchen.steam, alt: 'A steaming pot of vegetable soup' },
  },
  {
    file: 'naming-things',
    title: 'Naming things on a Tuesday',
    author: 'mira',
    tags: ['software', 'craft'],
    age: 118,
    cover: { draw: software.tiles, alt: 'Quarter circles in many colours on a grid' },
  },
  {
    file: 'the-hedge-that-feeds-birds',
    title: 'The hedge that feeds birds',
    author: 'ilse',
    tags: ['garden', 'wildlife'],
    age: 131,
    cover: { draw: garden.hedge, alt: 'Three birds on a hedge full of berries' },
  },
  {
    file: 'night-buses',
    title: 'Night buses and the shape of a town',
    author: 'wen',
    tags: ['cities', 'transport', 'night'],
    age: 146,
    cover: { draw: city.nightBus, alt: 'A lit bus under dark towers at night' },
  },
  {
    file: 'quince-season',
    title: 'Quince season',
    tags: ['cooking', 'preserving'],
  },
  {
    file: 'smaller-home-server',
    title: 'Notes on a smaller home server',
    tags: ['software', 'operations'],
  },
];

/** Reads a post's text, in Markdown. */
export function readText({ file }: DemoPost): Promise<string> {
  return readFile(join(import.meta.dirname, 'posts', `${file}.md`), 'utf8');
}
