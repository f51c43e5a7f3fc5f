/** What a bundle holds, under the sentence that goes with it. */
import { Button } from '../../components/button.tsx';
import { countryName } from '../../components/country-field.tsx';
import { Icon } from '../../components/icons.tsx';
import { Section, Tag } from '../../components/layout.tsx';
import { Name } from '../../components/names.tsx';
import { BANNER } from '../../domain/banner.ts';
import { capital } from '../../domain/capital.ts';
import { dayOf, formatDay } from '../../domain/dates.ts';
import { POSTS } from '../../domain/posts.ts';
import { openBundleDocument } from '../../stores/document.ts';
import type { OpenBundle } from '../../stores/reader.ts';
import { bytesInWords } from '../bytes-in-words.ts';
import { Words } from './words.tsx';

/** A reader has no vault that names a zone; the policy's country is the United Kingdom. */
const TIME_ZONE = 'Europe/London';

export function OpenedBundle({ bundle, onClose }: { bundle: OpenBundle; onClose: () => void }) {
  return (
    <article className="opened-bundle">
      <p className="banner">{BANNER}</p>
      <BundleHead bundle={bundle} onClose={onClose} />
      {bundle.documents.length > 0 && (
        <Section title="Documents">
          <ul className="bundle-documents">
            {bundle.documents.map(({ name, title }) => (
              <li key={name}>
                <Icon name="file" />
                <span>{title}</span>
                <Button icon="eye" onPress={() => void openBundleDocument(name)}>
                  Preview<span className="visually-hidden"> {title}</span>
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {bundle.leftOut.length > 0 && (
        <Section title="Left out">
          <p className="muted">Your post does not need it, so it did not travel.</p>
          <dl className="details">
            {bundle.leftOut.map(({ kind, fields }) => (
              <div key={kind}>
                <dt>{capital(kind)}</dt>
                <dd>{fields.join(', ')}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {bundle.people.length > 0 && <PeopleTable people={bundle.people} />}
      <Section title="In the file">
        <ul className="entries">
          {bundle.entries.map(({ name, size }) => (
            <li key={name}>
              <span className="code">{name}</span>
              <span className="muted">{bytesInWords(size)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </article>
  );
}

function BundleHead({ bundle, onClose }: { bundle: OpenBundle; onClose: () => void }) {
  const { sender } = bundle;
  return (
    <>
      <header className="bundle-head">
        <div>
          <h2>
            From <bdi>{sender.name}</bdi>
          </h2>
          <p className="muted">
            {POSTS[sender.post]}, {countryName(sender.country)}
          </p>
        </div>
        <Tag tone={sender.known ? 'accent' : 'warning'}>
          {sender.known ? 'Card known' : 'Words compared by you'}
        </Tag>
        <Button icon="close" onPress={onClose}>
          Put away
        </Button>
      </header>
      <dl className="details">
        <div>
          <dt>Purpose</dt>
          <dd dir="auto">{bundle.purpose}</dd>
        </div>
        <div>
          <dt>Sealed</dt>
          <dd>{formatDay(dayOf(bundle.created, TIME_ZONE))}</dd>
        </div>
        <div>
          <dt>Expires</dt>
          <dd>{formatDay(bundle.expires)}; erase it then</dd>
        </div>
      </dl>
      <details>
        <summary>The words of the sender’s card</summary>
        <Words words={sender.words} label="The words of the sender’s card" />
      </details>
    </>
  );
}

function PeopleTable({ people }: { people: OpenBundle['people'] }) {
  return (
    <Section title={`People (${people.length})`}>
      <table className="plain-table" aria-label="People in the bundle">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Post</th>
            <th scope="col">E-mail</th>
            <th scope="col">Phone</th>
            <th scope="col">Address</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, index) => (
            <tr key={index}>
              <th scope="row">
                <Name>{person.name}</Name>
              </th>
              <td>{person.post}</td>
              <td>{person.email}</td>
              <td className="no-wrap">
                <bdi dir="ltr">{person.phone}</bdi>
              </td>
              <td dir="auto">{person.address}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
