import { currencies } from '../../lib/money.ts';
import { uploadPicture } from '../../lib/upload.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { RestoredNotice } from '../../ui/form/restored-notice.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import type { Form as FormState } from '../../ui/form/use-form.ts';
import { PictureField } from '../../ui/picture-field.tsx';
import type { ProductValues } from './product-values.ts';

const labels = {
  name: 'Name',
  description: 'Description',
  price: 'Price',
  currency: 'Currency',
  stock: 'Pieces in stock',
  pictureId: 'Picture',
};
const currencyOptions = currencies.map((currency) => ({ value: currency, label: currency }));

/** The fields of a product. */
export function ProductForm({ form, submitLabel }: { form: FormState<ProductValues>; submitLabel: string }) {
  return (
    <Form form={form} labels={labels}>
      <RestoredNotice form={form} />
      <TextField field={form.field('name')} label={labels.name} autoComplete="off" />
      <TextArea field={form.field('description')} label={labels.description} rows={5} optional />
      <div className="grid grid-cols-[1fr_8rem] items-start gap-4">
        <TextField field={form.field('price')} label={labels.price} inputMode="decimal" autoComplete="off" />
        <SelectField field={form.field('currency')} label={labels.currency} options={currencyOptions} />
      </div>
      <TextField
        field={form.field('stock')}
        label={labels.stock}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-40"
      />
      <PictureField field={form.field('pictureId')} label={labels.pictureId} upload={uploadPicture} />
      <div className="sticky bottom-0 z-20 -mx-4 border-line border-t bg-canvas/95 px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] backdrop-blur sm:mx-0 sm:px-0">
        <Button type="submit" variant="primary" pending={form.pending}>
          {submitLabel}
        </Button>
      </div>
    </Form>
  );
}
