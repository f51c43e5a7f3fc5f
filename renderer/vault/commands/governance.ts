/** Posts, and who sees what (clauses GOVERN, ACCESS). */
import { ok } from '../../domain/errors.ts';
import { accessVersions } from '../../domain/registers/access-versions.ts';
import { aroundOf } from '../desk/around.ts';
import type { Command } from '../desk/context.ts';
import { postViews } from '../desk/posts.ts';

export const posts: Command<'posts'> = (_asked, context) => ok(postViews(context));

export const accessAll: Command<'access.versions'> = (_asked, context) => {
  const around = aroundOf(context);
  const { state } = context.session;
  const versions = [...state.all('access')].map((record) => {
    const decision = record.decision === null ? undefined : around.find(record.decision);
    return {
      record,
      revision: state.get(record.id)?.revision ?? 0,
      state: accessVersions.state?.(record, around) ?? 'draft',
      decision: decision?.kind === 'decision' ? decision.resolution : null,
    };
  });
  return ok(versions.sort((a, b) => b.record.version - a.record.version));
};
