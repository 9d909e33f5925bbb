/** The one transformer of the RPC door, the same on both sides of the wire: Date, bigint, Map, Set survive. */
export { default as transformer } from 'superjson';
