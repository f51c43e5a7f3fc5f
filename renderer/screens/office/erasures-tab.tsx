import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState, Section, Tag } from '../../components/layout.tsx';
import { formatInstant } from '../../domain/dates.ts';
import { ERASURE_REASONS } from '../../domain/erasure.ts';
import { erasureId } from '../../domain/ids.ts';
import { POSTS } from '../../domain/posts.ts';
import { openDocument } from '../../stores/document.ts';
import { lookAtErasing, useErasing } from '../../stores/erasing.ts';
import { erasuresList, rowAt } from '../../stores/lists.ts';
import { useOpened } from '../../stores/session.ts';
import { EraseButton } from '../erasing/erase-button.tsx';
import { kindsInWords } from '../erasing/in-words.ts';

const SHOWN = 100;

/** Every erasure: what went, when, why, and where a copy of it still is. */
export function ErasuresTab() {
  const list = erasuresList.use();
  const { timeZone } = useOpened().opened.group;
  const removed = useErasing(({ id, view }) => (id === null ? view : null));
  useEffect(() => {
    erasuresList.ensure(0, SHOWN - 1);
    void lookAtErasing(null);
  }, []);
  const rows = Array.from({ length: Math.min(list.total, SHOWN) }, (_, index) =>
    rowAt(list, index),
  ).filter((row) => row !== undefined);

  if (list.ready && list.total === 0 && !removed) {
    return (
      <EmptyState icon="trash" title="Nothing has been erased for good.">
        <p>
          Each erasure leaves a certificate here: that it was done, when and why. It names nobody.
        </p>
      </EmptyState>
    );
  }
  return (
    <div className="page-body">
      {removed && (
        <Section level={2} title="Removed, not erased" action={<EraseButton id={null} />}>
          <p>
            {kindsInWords(removed.going)}. Gone from every list; earlier versions still lie in older
            rows and backups, sealed.
          </p>
        </Section>
      )}
      <Section level={2} title="Certificates">
        <table className="office-table">
          <caption>What is done here opens with no key any more.</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Why</th>
              <th scope="col">By</th>
              <th scope="col">State</th>
              <th scope="col">Certificate</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, at, by, reason, erased, unfinished, open }) => (
              <tr key={id}>
                <td>{formatInstant(at, timeZone)}</td>
                <td>{kindsInWords(erased)}</td>
                <td>{ERASURE_REASONS[reason]}</td>
                <td>{POSTS[by]}</td>
                <td>
                  {unfinished && <Tag tone="alarm">Not finished: lock and unlock again</Tag>}
                  {open.length > 0 && <Tag tone="warning">Open: {open.join(', ')}</Tag>}
                  {!unfinished && open.length === 0 && <Tag>Done</Tag>}
                </td>
                <td>
                  <Button
                    variant="quiet"
                    icon="print"
                    onPress={() => void openDocument({ what: 'erasure', id: erasureId.parse(id) })}
                  >
                    Print
                    <span className="visually-hidden">
                      {' '}
                      the certificate of {formatInstant(at, timeZone)}
                    </span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  );
}
