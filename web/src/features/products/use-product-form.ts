import { type Form, useForm } from '../../ui/form/use-form.ts';
import { type ProductValues, productRules } from './product-values.ts';

interface ProductFormOptions {
  initial: ProductValues;
  draftKey: string;
  submit: (values: ProductValues, key: string) => Promise<unknown>;
  handleError?: (error: unknown) => Promise<boolean>;
}

/** The form of a product, kept in this browser while it is filled in. */
export function useProductForm(options: ProductFormOptions): Form<ProductValues> {
  return useForm<ProductValues>({ ...options, rules: productRules });
}
