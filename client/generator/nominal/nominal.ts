/** The API → the API for languages in which a type has a name. */
import { modelsByName } from '../discriminate.ts';
import type { Api } from '../ir.ts';
import { declareModels } from './declare.ts';
import { withDirections } from './directions.ts';
import { inlineRef, mapDraft } from './inline.ts';
import type { NominalApi } from './nominal-api.ts';
import { readOperations } from './operations.ts';

/** What a language asks of the names. */
export interface NominalOptions {
  /** Names that no type may have, such as those of the runtime. */
  readonly reserved?: ReadonlySet<string>;
}

/**
 * Names every type and leaves out what REST does not serve.
 * @throws GeneratorError naming an operation that cannot be written
 */
export function nominal(api: Api, { reserved = new Set() }: NominalOptions = {}): NominalApi {
  const { title, version, basePath, errors, tokens } = api;
  const declaring = declareModels(api.models, modelsByName(api.models), reserved);
  const operations = readOperations(api.procedures, declaring);
  const drafts = declaring.drafts.map((draft) => mapDraft(draft, (ref) => inlineRef(ref, declaring.aliases)));
  return {
    title,
    version,
    basePath,
    declarations: withDirections(drafts, operations),
    operations,
    errors,
    ...(tokens && { tokens }),
  };
}
