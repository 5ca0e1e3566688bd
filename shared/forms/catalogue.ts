import { F1 } from './f1.ts';
import { F2 } from './f2.ts';
import type { Form, FormId } from './form.ts';

const FORMS: Readonly<Record<FormId, Form>> = { F1, F2 };

export function formById(id: FormId): Form {
  return FORMS[id];
}
