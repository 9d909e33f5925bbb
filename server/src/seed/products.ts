import type { Money } from '@portico/shared/products';
import * as desk from './art/desk-goods.ts';
import * as table from './art/table-goods.ts';

/** Something for sale. */
export interface DemoProduct {
  readonly name: string;
  readonly description: string;
  readonly price: Money;
  readonly stock: number;
  /** Days since it was added. */
  readonly age: number;
  readonly alt: string;
  readonly draw: () => string;
}

const euros = (amount: number): Money => ({ amount, currency: 'EUR' });

export const demoProducts: readonly DemoProduct[] = [
  {
    name: 'Night sky mug',
    description:
      'Stoneware, thrown by hand and dipped twice, so that the glaze breaks into small stars where the two blues meet. Holds 350 ml, which is one honest coffee. Dishwasher and microwave safe; the handle stays cool.',
    price: euros(2400),
    stock: 38,
    age: 4,
    alt: 'A blue mug with a dark lower half, steaming',
    draw: table.mug,
  },
  {
    name: 'Reading lamp, jointed',
    description:
      'A steel lamp with two joints that stay where you leave them. Comes with a warm bulb (2700 K) and three metres of cloth cable. The shade is enamelled inside, so the light is soft and the page is not striped.',
    price: euros(8900),
    stock: 12,
    age: 9,
    alt: 'A red desk lamp casting a cone of warm light in a dark room',
    draw: desk.lamp,
  },
  {
    name: 'Field notebook',
    description:
      'Ninety-six sheets of 100 g paper that takes ink without showing it on the other side. Sewn, not glued, so it lies flat from the first page. One ribbon, one pocket, no motivational quotes.',
    price: euros(1650),
    stock: 140,
    age: 15,
    alt: 'A green notebook with an elastic band and a red ribbon',
    draw: desk.notebook,
  },
  {
    name: 'Kettle for the hob',
    description:
      'Enamelled steel, 1.6 litres, for every kind of hob including induction. Pours in a thin line, which is what you want for coffee and for seedlings that have been warmed too slowly by spring.',
    price: euros(5400),
    stock: 21,
    age: 22,
    alt: 'A round rust-coloured kettle with a black handle',
    draw: table.kettle,
  },
  {
    name: 'Watering can, 5 litres',
    description:
      'Balanced so that it is as easy to carry full as empty. The brass rose unscrews for cleaning; without it the spout reaches the back of a window sill. Made of galvanised steel, painted moss green.',
    price: euros(4200),
    stock: 17,
    age: 30,
    alt: 'A green watering can letting a few drops fall',
    draw: desk.wateringCan,
  },
  {
    name: 'Low-profile keyboard',
    description:
      'Forty-eight keys, wired, with switches that speak up only a little. Every key can be remapped in the keyboard itself, so your layout travels with you and needs no software on the other computer.',
    price: euros(11900),
    stock: 0,
    age: 38,
    alt: 'A compact keyboard with white keys, two red ones and an amber space bar',
    draw: desk.keyboard,
  },
  {
    name: 'Bread board with handle',
    description:
      'One piece of oiled beech, 48 × 22 cm, with a groove for crumbs on one side and none on the other. Do not put it in the dishwasher; do put it on the table.',
    price: euros(3600),
    stock: 44,
    age: 47,
    alt: 'A loaf cut open on a wooden board beside a bread knife',
    draw: table.board,
  },
  {
    name: 'Pencils in a tin',
    description:
      'Seven coloured pencils with soft cores, in a tin that stands on a desk without tipping. They sharpen without splintering. The tin outlives them.',
    price: euros(1900),
    stock: 86,
    age: 55,
    alt: 'Seven coloured pencils in a blue tin with a yellow band',
    draw: desk.pencils,
  },
  {
    name: 'Wool blanket, striped',
    description:
      'Woven from undyed wool with two stripes, 130 × 190 cm. Heavy enough for an unheated room, light enough for the back of a chair. It smells faintly of sheep for a week and then never again.',
    price: euros(12800),
    stock: 9,
    age: 63,
    alt: 'A folded cream blanket with red and blue stripes',
    draw: table.blanket,
  },
  {
    name: 'Quiet wall clock',
    description:
      'Thirty centimetres across, with a movement that sweeps instead of ticking. Readable from the far end of a kitchen. One battery lasts about two years.',
    price: euros(4900),
    stock: 26,
    age: 74,
    alt: 'A round wall clock with a red second hand on a green wall',
    draw: table.clock,
  },
  {
    name: 'Terracotta pot, 20 cm',
    description:
      'Unglazed, so that the roots can breathe and you can see from the colour of the clay when to water. With a hole and a saucer. The plant in the picture is not included, but it was grown in one.',
    price: euros(1400),
    stock: 65,
    age: 86,
    alt: 'A broad-leaved plant in a terracotta pot',
    draw: table.pot,
  },
  {
    name: 'Canvas market bag',
    description:
      'Heavy cotton with a flat bottom and handles that fit over a winter coat. Carries four litres of milk, or a cabbage and an argument about who carries it.',
    price: euros(2200),
    stock: 58,
    age: 97,
    alt: 'A canvas bag with a setting sun printed on it',
    draw: desk.bag,
  },
  {
    name: 'Three-legged stool',
    description:
      'Solid ash with oiled surfaces. Three legs never wobble, whatever the floor thinks of it. Forty-five centimetres high; holds a person, a plant or a stack of books.',
    price: euros(7900),
    stock: 14,
    age: 110,
    alt: 'A wooden stool with three legs before a yellow wall',
    draw: table.stool,
  },
  {
    name: 'Wired headphones',
    description:
      'Closed, comfortable for an afternoon, and repairable: pads, cable and headband come off without tools and can be bought one by one. No app, no battery, no updates.',
    price: euros(9900),
    stock: 3,
    age: 124,
    alt: 'Black headphones with red cushions',
    draw: desk.headphones,
  },
];
