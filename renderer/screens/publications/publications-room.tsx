/** What the group publishes and sends, each with the consents that it rests on (clauses COLLECT-AUTHORS, COLLECT-PHOTOS). */
import { PageHeader } from '../../components/layout.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go, useNavigation } from '../../stores/navigation.ts';
import { type Opened, recordStoreOf } from '../../stores/records.ts';
import { RegisterView } from '../register/register-view.tsx';
import { Covering } from './covering.tsx';
import { SendMailing } from './send-mailing.tsx';
import { Steps } from './steps.tsx';

const TABS = [
  { id: 'articles', title: 'Articles', content: <ArticlesTab /> },
  { id: 'photographs', title: 'Photographs', content: <PhotographsTab /> },
  { id: 'events', title: 'Events', content: <EventsTab /> },
  { id: 'mailings', title: 'Mailings', content: <MailingsTab /> },
] as const;

/** The tab where a record of this prefix is shown. */
const TAB_OF_PREFIX: Readonly<Record<string, string>> = {
  pub: 'articles',
  pho: 'photographs',
  evt: 'events',
  mlg: 'mailings',
};

export function PublicationsRoom() {
  const rest = useNavigation((place) => place.rest);
  const wanted = TAB_OF_PREFIX[rest.slice(0, rest.indexOf('_'))] ?? rest.split('/')[0];
  const tab = TABS.find(({ id }) => id === wanted)?.id ?? 'articles';
  return (
    <div className="page">
      <PageHeader title="Publications" />
      <Tabs
        label="Publications"
        value={tab}
        onChange={(id) => go('publications', id)}
        tabs={TABS}
      />
    </div>
  );
}

function ArticlesTab() {
  return (
    <RegisterView
      kind="publication"
      room="publications"
      home="articles"
      icon="publications"
      empty={
        <p>
          An article or document on the website is kept here with its authors and everybody it
          names. It is published only when each of them has a consent in force.
        </p>
      }
      actions={stepsOfArticle}
      sections={consentsOfArticle}
    />
  );
}

function stepsOfArticle({ record }: Opened<'publication'>) {
  return (
    <Steps
      key={record.id}
      record={record}
      last="Mark as removed"
      change={(days) => recordStoreOf('publication').change((now) => ({ ...now, ...days }))}
    />
  );
}

function consentsOfArticle({ covering }: Opened<'publication'>) {
  return (
    <Covering
      covering={covering}
      purpose="publications"
      none="No author is marked and nobody is named, so nobody has to be asked."
    />
  );
}

function PhotographsTab() {
  return (
    <RegisterView
      kind="photograph"
      room="publications"
      home="photographs"
      icon="publications"
      empty={
        <p>
          A photograph of an event is kept here with everybody who can be recognised in it. It is
          published only when each of them has a consent in force; the picture itself is attached.
        </p>
      }
      actions={stepsOfPhotograph}
      sections={consentsOfPhotograph}
    />
  );
}

function stepsOfPhotograph({ record }: Opened<'photograph'>) {
  return (
    <Steps
      key={record.id}
      record={record}
      last="Mark as taken down"
      change={(days) => recordStoreOf('photograph').change((now) => ({ ...now, ...days }))}
    />
  );
}

function consentsOfPhotograph({ covering, record }: Opened<'photograph'>) {
  const none = record.nobody
    ? 'Nobody can be recognised in it, so nobody has to be asked.'
    : 'Nobody is marked yet: mark who can be recognised, or state that nobody can.';
  return <Covering covering={covering} purpose="photographs" none={none} />;
}

function EventsTab() {
  return (
    <RegisterView
      kind="event"
      room="publications"
      home="events"
      icon="publications"
      empty={
        <p>
          An event has participants and photographs. Before it, the photographer is told who does
          not want to be recognised.
        </p>
      }
    />
  );
}

function MailingsTab() {
  return (
    <RegisterView
      kind="mailing"
      room="publications"
      home="mailings"
      icon="publications"
      empty={
        <p>
          What was sent to whom is kept here. Prospective members are written to only on a consent
          in force.
        </p>
      }
      actions={sendingOf}
      sections={consentsOfMailing}
    />
  );
}

function sendingOf({ record }: Opened<'mailing'>) {
  return <SendMailing key={record.id} record={record} />;
}

function consentsOfMailing({ covering, record }: Opened<'mailing'>) {
  if (record.audience !== 'prospects') return null;
  return <Covering covering={covering} purpose="prospects" none="Nobody is on it yet." />;
}
