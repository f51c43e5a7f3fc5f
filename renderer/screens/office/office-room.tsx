/** What the office answers for: purposes, the trail, imports, and how well it is all protected. */
import { PageHeader } from '../../components/layout.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go, useNavigation } from '../../stores/navigation.ts';
import { AboutTab } from './about-tab.tsx';
import { ErasuresTab } from './erasures-tab.tsx';
import { BackupsTab } from './backups-tab.tsx';
import { ImportsTab } from './imports-tab.tsx';
import { PurposesTab } from './purposes-tab.tsx';
import { SecurityTab } from './security-tab.tsx';
import { TrailTab } from './trail-tab.tsx';

const TABS = [
  { id: 'purposes', title: 'Purposes', content: <PurposesTab /> },
  { id: 'trail', title: 'The trail', content: <TrailTab /> },
  { id: 'imports', title: 'Imports', content: <ImportsTab /> },
  { id: 'erasures', title: 'Erasures', content: <ErasuresTab /> },
  { id: 'backups', title: 'Backups', content: <BackupsTab /> },
  { id: 'security', title: 'Security', content: <SecurityTab /> },
  { id: 'about', title: 'About', content: <AboutTab /> },
] as const;

export function OfficeRoom() {
  const rest = useNavigation((place) => place.rest);
  const tab = TABS.find(({ id }) => id === rest)?.id ?? 'purposes';
  return (
    <div className="page">
      <PageHeader title="Office" />
      <Tabs label="Office" value={tab} onChange={(id) => go('office', id)} tabs={TABS} />
    </div>
  );
}
