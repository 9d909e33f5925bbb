/** Names as Swift writes them. */
import { nameScope, words } from '../naming.ts';
import type { Field } from '../nominal/nominal-api.ts';

/** Words of the language that stand for themselves between backticks. */
const keywords = new Set(
  `as associatedtype await break case catch class continue default defer deinit do else enum extension fallthrough false
  fileprivate for func guard if import in inout internal is let nil open operator precedencegroup private protocol public
  repeat rethrows return static struct subscript super switch throw throws true try typealias var where while`.split(
    /\s+/,
  ),
);

/** Names that mean something else even between backticks, or after a dot. */
const unusable = ['init', 'self', 'Self', 'Type', 'Protocol', 'Any', '_'];

/** Members that every model, enum and union has, and what would be mistaken for an optional's cases. */
const ofValues = `hash hashValue encode rawValue allCases unknown none some description`.split(' ');

/** Names in the body of a method for an operation. */
const ofMethods = ['options', 'callInput', 'core'];

/** Types of Swift, Foundation and the runtime: generated code and the runtime mean these by their names. */
export const reservedTypes: ReadonlySet<string> = new Set(
  `Any AnyHashable AnyObject Array ArraySlice Bool Character Codable CodingKey CodingUserInfoKey CaseIterable
  CancellationError CharacterSet CheckedContinuation Data Date DateFormatter Decodable Decoder DecodingError Dictionary
  Double Duration Encodable Encoder EncodingError Equatable Error FileHandle FileManager FixedWidthInteger Float
  BinaryInteger Foundation FoundationNetworking HTTPURLResponse Hashable Identifiable Int Int64 JSONDecoder JSONEncoder
  KeyedDecodingContainer KeyedEncodingContainer Locale LocalizedError LosslessStringConvertible NSError NSLock NSObject
  NSURLErrorDomain Never Optional Protocol RawRepresentable Result Self Sendable Sequence Set String Substring Swift Task
  TimeZone Type UInt8 URL URLError URLRequest URLResponse URLSession URLSessionConfiguration URLSessionDataDelegate
  URLSessionDataTask URLSessionTask UTF8 UUID Void AsyncSequence AsyncIteratorProtocol
  APIError BigInteger Call CallInput CallOptions ClientConfiguration ClientCore Download EntryMap EventConnection
  EventParser EventStream Field FieldIssue FieldKey FlatField Indirect IssuedTokens ItemSequence JSON Locked MultipartBody
  OpenEnum PageSequence ParsedEvent PreparedRequest Problem ProblemCode RFC3339 RequestBuilder RetryPolicy Route TokenPair
  TokenKeeper TransferProgress Transfer Transport TransportAnswer Tuple2 Tuple3 Tuple4 URLSessionTransport UploadFile
  UserAgent`.split(/\s+/),
);

/** Words that Swift writes in capitals where they are not the first. */
const acronyms = new Set(['id', 'ids', 'url', 'uri', 'uuid', 'html', 'http', 'https', 'json', 'api', 'ip']);

/** `cover-id` → `coverID`. */
export function memberName(wire: string): string {
  const [first = '', ...others] = words(wire);
  return [first.toLowerCase(), ...others.map(laterWord)].join('');
}

function laterWord(word: string): string {
  const lower = word.toLowerCase();
  if (lower === 'ids') return 'IDs';
  if (acronyms.has(lower)) return lower.toUpperCase();
  const [first = '', ...others] = word;
  return first.toUpperCase() + others.join('');
}

/** A member's name where it is declared, and where it is no member of something. */
export function identifier(name: string): string {
  return keywords.has(name) ? `\`${name}\`` : name;
}

/** Names of the properties of an object, and of the cases of an enum or a union. */
export const memberScope = () => nameScope({ reserved: new Set([...unusable, ...ofValues]) });

/** Names of properties by the names of fields on the wire. */
export function propertyNames(fields: readonly Field[]): ReadonlyMap<string, string> {
  const unique = memberScope();
  return new Map(fields.map(({ name }) => [name, unique(memberName(name))]));
}

/** Names of the parameters of an operation's method. */
export const parameterScope = () => nameScope({ reserved: new Set([...unusable, ...ofMethods]) });

/** Names of operations and groups. @param own members that the runtime has there */
export const operationScope = (own: readonly string[]) =>
  nameScope({ reserved: new Set([...unusable, ...own]) });

/** The name of an enum's case. */
export function caseName(value: string | number): string {
  if (typeof value === 'string') return memberName(value);
  return `${value < 0 ? 'minus' : 'n'}${String(Math.abs(value)).replaceAll(/\W/g, '_')}`;
}
