import { z } from 'zod';
import type { PlainDate } from '../../domain/dates.ts';
import type { PersonId } from '../../domain/ids.ts';
import {
  type CollectionRoute,
  PURPOSE_OF_ROUTE,
  type Person,
  ROUTES,
  blankPerson,
  emailAddress,
} from '../../domain/person.ts';
import { type Post, post } from '../../domain/posts.ts';
import type { PurposeId } from '../../domain/purposes.ts';
import { draftReader } from '../use-draft.ts';

/** What the form of a new person holds while it is being filled in; kept as a draft in the vault. */
const newPersonForm = z.object({
  // Object.keys widens to string[]; the keys are exactly the routes.
  route: z.enum(Object.keys(ROUTES) as [CollectionRoute, ...CollectionRoute[]]).nullable(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  organisation: z.string(),
  post: post.nullable(),
  /** To be informed as a prospective member: consent is asked for (clause CONSENT-PROSPECTS). Earlier drafts lack it. */
  isProspect: z.boolean().default(false),
});
export type NewPersonForm = z.infer<typeof newPersonForm>;

export const EMPTY_FORM: NewPersonForm = {
  route: null,
  name: '',
  email: '',
  phone: '',
  organisation: '',
  post: null,
  isProspect: false,
};

/** Routes by which people come who may become members. */
export function mayBeProspect(route: CollectionRoute): boolean {
  return route === 'direct' || route === 'event' || route === 'linkedin';
}

/** What the person will be kept for. */
export function purposeFor(form: NewPersonForm, route: CollectionRoute): PurposeId {
  return form.isProspect && mayBeProspect(route) ? 'prospects' : PURPOSE_OF_ROUTE[route];
}

/** The form as it was kept; null when it was kept by another version of the program. */
export const readForm = draftReader(newPersonForm);

/** What keeps the form from being saved, by field, in sentences. */
export function problemsOf(form: NewPersonForm): { name?: string; email?: string } {
  return {
    ...(form.name.trim() === '' ? { name: 'A name is needed.' } : {}),
    ...(form.email !== '' && !emailAddress.safeParse(form.email.trim()).success
      ? { email: 'This is not an e-mail address that can be written to.' }
      : {}),
  };
}

/** The person that the form describes; collected, and in post from, `today`. */
export function personFrom(
  form: NewPersonForm,
  route: CollectionRoute,
  id: PersonId,
  today: PlainDate,
): Person {
  const email = form.email.trim();
  const phone = form.phone.trim();
  const blank = blankPerson(route);
  const holds: Post | null = route === 'steering-group' ? form.post : null;
  return {
    ...blank,
    id,
    purpose: purposeFor(form, route),
    categories: holds ? ['officer'] : blank.categories,
    name: { ...blank.name, full: form.name.trim() },
    collectedOn: today,
    organisation: form.organisation.trim(),
    emails: email ? [{ label: '', address: email }] : [],
    phones: phone ? [{ label: '', number: phone }] : [],
    terms: holds ? [{ post: holds, from: today, until: null }] : [],
  };
}
