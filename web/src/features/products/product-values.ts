import type { Money, Picture, Product } from '@portico/client';
import { formatMoney, parseMoney, toDecimal } from '../../lib/money.ts';
import { formatNumber } from '../../lib/numbers.ts';
import { atMost, type Rules, required } from '../../lib/rules.ts';

/** A product as its form holds it: numbers as typed. */
export interface ProductValues {
  name: string;
  description: string;
  price: string;
  currency: Money['currency'];
  stock: string;
  pictureId: Picture | null;
  /** The version that was edited; 0 before there is one. */
  version: number;
}

export const newProduct: ProductValues = {
  name: '',
  description: '',
  price: '',
  currency: 'EUR',
  stock: '',
  pictureId: null,
  version: 0,
};

export function toValues(product: Product): ProductValues {
  const { name, description, price, stock, picture, version } = product;
  return {
    name,
    description,
    price: toDecimal(price),
    currency: price.currency,
    stock: String(stock),
    pictureId: picture,
    version,
  };
}

/** What the API takes, of what the form holds; the form's rules have passed. */
export function toInput({ name, description, price, currency, stock, pictureId }: ProductValues) {
  const money = parseMoney(price, currency) ?? { amount: 0, currency };
  return { name, description, price: money, stock: Number(stock), pictureId: pictureId?.id ?? null };
}

/** The same limits as the API's: in the currency's minor unit, and in pieces. */
const highestAmount = 1_000_000_000;
const mostPieces = 1_000_000;

export const productRules: Rules<ProductValues> = {
  name: [required('Give the product a name'), atMost(120, 'Keep the name under 120 characters')],
  description: [atMost(5_000, 'Keep the description under 5,000 characters')],
  price: [
    required('Enter a price'),
    (price, { currency }) =>
      parseMoney(price, currency)
        ? undefined
        : `Enter an amount such as ${toDecimal({ amount: 1250, currency })}`,
    (price, { currency }) =>
      (parseMoney(price, currency)?.amount ?? 0) > highestAmount
        ? `A price is at most ${formatMoney({ amount: highestAmount, currency })}`
        : undefined,
  ],
  stock: [
    required('Say how many there are; 0 when it is sold out'),
    (text) => (/^\d{1,15}$/.test(text.trim()) ? undefined : 'Enter a whole number'),
    (text) => (Number(text) > mostPieces ? `At most ${formatNumber(mostPieces)} pieces` : undefined),
  ],
};
