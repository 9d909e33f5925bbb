import { formatNumber } from '../../lib/numbers.ts';
import { Badge } from '../../ui/badge.tsx';

/** From this many pieces on a number would tell a visitor nothing. */
const plenty = 6;

export function StockBadge({ stock }: { stock: number }) {
  if (stock === 0) return <Badge>Sold out</Badge>;
  if (stock < plenty) return <Badge tone="warning">Only {formatNumber(stock)} left</Badge>;
  return <Badge tone="success">In stock</Badge>;
}
