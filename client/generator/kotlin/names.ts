/** Names as Kotlin has them. */
import { camelCase, nameScope, pascalCase, snakeCase } from '../naming.ts';

/** Words that no identifier may be. @see https://kotlinlang.org/docs/keyword-reference.html#hard-keywords */
const keywords =
  'as break class continue do else false for fun if in interface is null object package return super this throw true try typealias typeof val var when while';

/** Members that every object has, or whose getter would be one of Java's. */
const members =
  'toString hashCode equals copy getClass class notify notifyAll wait finalize clone toJson unknownFields otherFields options caller';

/** Types that generated code names, of Kotlin and of the runtime. */
const types =
  'Any Boolean Byte Char Double Float Int Long Nothing Number Short String Unit Array List Set Map Pair Triple Throwable Exception ' +
  'Suppress Deprecated JvmInline JvmStatic Flow Instant BigInteger Unknown Companion ApiException Problem ProblemException ' +
  'Operation Caller CallInput CallOptions ClientOptions ClientException CallTimeoutException TransportException ' +
  'DecodingException JsonSyntaxException Download Field FieldIssue FileUpload FormWriter Headers HttpRequest HttpResponse ' +
  'RequestBody Transport RetryPolicy Session TokenStore MemoryTokenStore Tokens JsonArray JsonBoolean JsonEnum JsonModel ' +
  'JsonNull JsonNumber JsonObject JsonParser JsonString JsonValue JsonVariant JsonWriter ObjectReader ObjectWriter';

const reservedNames = new Set(`${keywords} ${members}`.split(' '));

/** Names that no declared type may have. */
export const reservedTypes: ReadonlySet<string> = new Set(types.split(' '));

/** Without what Kotlin takes in no identifier: marks, characters beyond the first plane, digits of other kinds. */
function identifier(name: string): string {
  return name.normalize('NFC').replaceAll(/[^\p{L}\p{Nd}_]|[\u{10000}-\u{10ffff}]/gu, '');
}

/** Names for properties, parameters and functions of one scope. @param others that it keeps for itself */
export function memberScope(others: readonly string[] = []): (wireName: string) => string {
  const unique = nameScope({ reserved: new Set([...reservedNames, ...others]) });
  return (wireName) => unique(identifier(camelCase(wireName)));
}

/** Names for types of one scope; no two are alike whatever their case, since each becomes a file. */
export function typeScope(reserved: ReadonlySet<string> = reservedTypes): (name: string) => string {
  const unique = nameScope({ reserved, evade: (name) => `${name}Value` });
  const taken = new Set<string>();
  return (name) => {
    const wanted = identifier(pascalCase(name)) || 'Type';
    let given = unique(wanted);
    while (taken.has(given.toLowerCase())) given = unique(wanted);
    taken.add(given.toLowerCase());
    return given;
  };
}

/** Names for the constants of one enum: `light green` → `LIGHT_GREEN`. */
export function constantScope(): (value: string | number) => string {
  const unique = nameScope();
  return (value) => {
    const text = typeof value === 'number' && value < 0 ? `minus ${-value}` : String(value);
    const name = identifier(snakeCase(text)).toUpperCase();
    if (name === '') return unique(text === '' ? 'EMPTY' : 'VALUE');
    return unique(/^\p{N}/u.test(name) ? `N${name}` : name);
  };
}

/** `My Shop` → `MyShop`, of which the client is named. */
export function titleName(title: string): string {
  return pascalCase(title.normalize('NFKD').replaceAll(/[^A-Za-z0-9 _-]/g, '')).replace(/^(?=\d|$)/, 'Api');
}

/** `My Shop` → `myshop`, the package. */
export function packageName(title: string): string {
  const name = titleName(title).toLowerCase();
  return keywords.split(' ').includes(name) ? `${name}api` : name;
}
