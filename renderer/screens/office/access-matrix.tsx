import { type Matrix, sameCell } from '../../domain/access.ts';
import type { AccessCell } from '../../domain/access-version.ts';
import type { Kind } from '../../domain/kinds.ts';
import { POSTS, POST_ORDER, type Post } from '../../domain/posts.ts';
import { SHARED_KINDS } from '../../domain/registers/sharing-rules.ts';
import { SHORT, cellWords, kindWords } from './access-words.ts';

interface Props {
  matrix: Matrix;
  /** The version before, to mark what changed. */
  before: Matrix;
  onOpen: (post: Post, kind: Kind) => void;
}

/** Posts across, kinds of record down; each cell opens its fields. */
export function AccessMatrix({ matrix, before, onOpen }: Props) {
  return (
    <div className="matrix-scroll">
      <table className="matrix" aria-label="Access matrix">
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              Kind of record
            </th>
            {POST_ORDER.map((post) => (
              <th key={post} scope="col">
                <span aria-hidden>{SHORT[post]}</span>
                <span className="visually-hidden">{POSTS[post]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHARED_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{kindWords(kind)}</th>
              {POST_ORDER.map((post) => {
                const cell = matrix.cell(post, kind);
                const isChanged = !sameCell(before.cell(post, kind), cell);
                return (
                  <td key={post}>
                    <button
                      type="button"
                      className={`matrix-cell matrix-cell-${gives(cell)}${isChanged ? ' matrix-cell-changed' : ''}`}
                      aria-label={`${POSTS[post]}, ${kindWords(kind)}: ${cellWords(kind, cell)}${isChanged ? '; changed' : ''}`}
                      onClick={() => onOpen(post, kind)}
                    >
                      <span aria-hidden />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How a cell looks: what is given of the committee only is not all. */
function gives({ sees, committeeOnly }: AccessCell): AccessCell['sees'] {
  return sees === 'all' && committeeOnly ? 'some' : sees;
}

export function MatrixLegend() {
  return (
    <ul className="matrix-legend" aria-label="What the marks mean">
      {(['all', 'some', 'none'] as const).map((sees) => (
        <li key={sees}>
          <span className={`matrix-cell matrix-cell-${sees}`}>
            <span aria-hidden />
          </span>{' '}
          {{ all: 'All of it', some: 'Some fields, or some people', none: 'None' }[sees]}
        </li>
      ))}
      <li>
        <span className="matrix-cell matrix-cell-none matrix-cell-changed">
          <span aria-hidden />
        </span>{' '}
        Changed since the version before
      </li>
    </ul>
  );
}
