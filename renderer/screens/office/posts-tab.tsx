/** Who holds each post and since when, who held it, and what is described of it (clause GOVERN). */
import { useEffect } from 'react';
import { Button } from '../../components/button.tsx';
import { FailureText } from '../../components/failure.tsx';
import { Tag } from '../../components/layout.tsx';
import { formatDay } from '../../domain/dates.ts';
import { isDoubled } from '../../domain/post-terms.ts';
import { POSTS } from '../../domain/posts.ts';
import { type PostView, loadGovernance, useGovernance } from '../../stores/governance.ts';
import { go, goToRecord } from '../../stores/navigation.ts';
import './governance.css';

export function PostsTab() {
  const { posts, failure } = useGovernance();
  useEffect(() => {
    void loadGovernance();
  }, []);
  return (
    <div className="page-body">
      <FailureText failure={failure} />
      {posts && (
        <table className="office-table posts-table">
          <caption>
            Terms are noted with the person, in the room People. What each post answers for is its
            role description, which the Steering Committee approves.
          </caption>
          <thead>
            <tr>
              <th scope="col">Post</th>
              <th scope="col">Held by</th>
              <th scope="col">Before, and to come</th>
              <th scope="col">Role description</th>
            </tr>
          </thead>
          <tbody>
            {posts.map((view) => (
              <Row key={view.post} view={view} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ view: { post, holders, others, role } }: { view: PostView }) {
  return (
    <tr>
      <th scope="row">{POSTS[post]}</th>
      <td>
        {holders.length === 0 && <span className="muted">Vacant</span>}
        <Terms terms={holders} />
        {isDoubled(post, holders) && <Tag tone="warning">Two at once</Tag>}
      </td>
      <td>
        {others.length === 0 ? <span className="muted">None noted</span> : <Terms terms={others} />}
      </td>
      <td>
        {role ? (
          <>
            <button type="button" className="as-link" onClick={() => goToRecord(role.id)}>
              Version {role.version}
            </button>{' '}
            {role.state === 'draft' && <Tag tone="warning">To be approved</Tag>}
          </>
        ) : holders.length > 0 ? (
          <Tag tone="warning">Missing</Tag>
        ) : (
          <span className="muted">None</span>
        )}
        {!role && holders.length > 0 && (
          <Button variant="quiet" onPress={() => go('office', 'roles/new')}>
            Describe it
          </Button>
        )}
      </td>
    </tr>
  );
}

function Terms({ terms }: { terms: PostView['holders'] }) {
  return (
    <ul className="post-terms">
      {terms.map(({ id, name, from, until }) => (
        <li key={`${id} ${from}`}>
          <button type="button" className="as-link" onClick={() => goToRecord(id)}>
            <bdi>{name}</bdi>
          </button>{' '}
          <span className="muted">
            {until === null
              ? `since ${formatDay(from)}`
              : `${formatDay(from)} – ${formatDay(until)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
