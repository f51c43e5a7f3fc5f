/** What people ask of their data (clauses RIGHT-*), and what they complain of (COMPLAINT), each with its clock, its letters and its answer. */
import { PageHeader } from '../../components/layout.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go, useNavigation } from '../../stores/navigation.ts';
import { ComplaintsTab } from './complaints-tab.tsx';
import { RightsTab } from './rights-tab.tsx';

const TABS = [
  { id: 'rights', title: 'Rights', content: <RightsTab /> },
  { id: 'complaints', title: 'Complaints', content: <ComplaintsTab /> },
] as const;

/** The tab where a record of this prefix is shown. */
const TAB_OF_PREFIX: Readonly<Record<string, string>> = { req: 'rights', cmp: 'complaints' };

export function RequestsRoom() {
  const rest = useNavigation((place) => place.rest);
  const wanted = TAB_OF_PREFIX[rest.slice(0, rest.indexOf('_'))] ?? rest.split('/')[0];
  const tab = TABS.find(({ id }) => id === wanted)?.id ?? 'rights';
  return (
    <div className="page">
      <PageHeader title="Requests" />
      <Tabs label="Requests" value={tab} onChange={(id) => go('requests', id)} tabs={TABS} />
    </div>
  );
}
