import type { Connection } from '@portico/client';
import { useQuery } from '@tanstack/react-query';
import { Link2Off } from 'lucide-react';
import { usePageHead } from '../../lib/page-head.ts';
import { providersQuery } from '../../lib/providers.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { MessagePanel } from '../../ui/message-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { ConnectionRow } from './connection-row.tsx';
import { myConnectionsQuery } from './connections.queries.ts';
import { ProviderRow } from './provider-row.tsx';
import { RefusalNotice } from './refusal-notice.tsx';

/** Services that sign one in, those connected before those that could be. */
export function ConnectionsPage() {
  usePageHead({ title: 'Connections' });
  return (
    <Section
      title="Connections"
      description="Other services whose account signs you in here, without a password of ours."
    >
      <RefusalNotice />
      <ConnectionList />
    </Section>
  );
}

interface Provider {
  readonly id: Connection['provider'];
  readonly name: string;
}

function ConnectionList() {
  const providers = useQuery(providersQuery());
  const mine = useQuery(myConnectionsQuery());
  if (providers.isPending || mine.isPending) {
    return (
      <Loading label="Loading: connections">
        <Skeleton className="mb-3 h-12" />
        <Skeleton className="h-12" />
      </Loading>
    );
  }
  const failed = [providers, mine].find((query) => !query.data);
  if (!providers.data || !mine.data) {
    return (
      <ErrorPanel
        error={failed?.error}
        onRetry={() => void failed?.refetch()}
        pending={failed?.isFetching ?? false}
      />
    );
  }
  const connections = mine.data.items;
  const connected = new Set(connections.map(({ provider }) => provider));
  const unconnected = providers.data.items.filter(({ id }) => !connected.has(id));
  if (connections.length === 0 && unconnected.length === 0) return <NothingToConnect />;
  return (
    <ul aria-label="Services" className="divide-y divide-line">
      {connections.map((connection) => (
        <li key={`${connection.provider} ${connection.subject}`}>
          <ConnectionRow connection={connection} name={nameOf(connection.provider, providers.data.items)} />
        </li>
      ))}
      {unconnected.map((provider) => (
        <li key={provider.id}>
          <ProviderRow provider={provider} />
        </li>
      ))}
    </ul>
  );
}

function NothingToConnect() {
  return (
    <MessagePanel icon={Link2Off} title="There is nothing to connect">
      This server is set up with no other service to sign in with. You sign in with your password, or by a
      link that we mail you.
    </MessagePanel>
  );
}

/** A service that the operator has taken away since has no name any more. */
function nameOf(id: Provider['id'], providers: readonly Provider[]): string {
  return providers.find((provider) => provider.id === id)?.name ?? id;
}
