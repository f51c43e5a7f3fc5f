/** What the office answers for: the policy, purposes, the trail, imports, and how well it is all protected. */
import { PageHeader } from '../../components/layout.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go, useNavigation } from '../../stores/navigation.ts';
import { AboutTab } from './about-tab.tsx';
import { AccessTab } from './access-tab.tsx';
import { ErasuresTab } from './erasures-tab.tsx';
import { BackupsTab } from './backups-tab.tsx';
import { ImportsTab } from './imports-tab.tsx';
import { LetterheadTab } from './letterhead-tab.tsx';
import { InvoicesTab } from './invoices-tab.tsx';
import { PolicyTab } from './policy-tab.tsx';
import { PurposesTab } from './purposes-tab.tsx';
import { PostsTab } from './posts-tab.tsx';
import { RolesTab } from './roles-tab.tsx';
import { SecurityTab } from './security-tab.tsx';
import { RetentionTab } from '../review/retention-tab.tsx';
import { ReviewTab } from '../review/review-tab.tsx';
import { HoldsTab } from './holds-tab.tsx';
import { DecisionsTab } from './decisions-tab.tsx';
import { SuppliersTab } from './suppliers-tab.tsx';
import { SummaryTab } from './summary-tab.tsx';
import { TasksTab } from './tasks-tab.tsx';
import { TrailTab } from './trail-tab.tsx';
import { WorkingDaysTab } from './working-days-tab.tsx';

/** In groups: what the policy asks, the group itself, and the vault. */
export const OFFICE_TABS = [
  { id: 'policy', title: 'Policy', content: <PolicyTab /> },
  { id: 'purposes', title: 'Purposes', content: <PurposesTab /> },
  { id: 'retention', title: 'Retention', content: <RetentionTab /> },
  { id: 'review', title: 'Review', content: <ReviewTab /> },
  { id: 'holds', title: 'Legal holds', content: <HoldsTab /> },
  { id: 'tasks', title: 'Tasks', content: <TasksTab /> },
  { id: 'working-days', title: 'Working days', content: <WorkingDaysTab /> },
  { id: 'summary', title: 'Summary', content: <SummaryTab /> },
  { id: 'posts', title: 'Posts', content: <PostsTab />, isFirstOfGroup: true },
  { id: 'roles', title: 'Role descriptions', content: <RolesTab /> },
  { id: 'access', title: 'Access', content: <AccessTab /> },
  { id: 'decisions', title: 'Decisions', content: <DecisionsTab /> },
  { id: 'suppliers', title: 'Suppliers', content: <SuppliersTab /> },
  { id: 'invoices', title: 'Invoices', content: <InvoicesTab /> },
  { id: 'letterhead', title: 'Letterhead', content: <LetterheadTab /> },
  { id: 'trail', title: 'The trail', content: <TrailTab />, isFirstOfGroup: true },
  { id: 'imports', title: 'Imports', content: <ImportsTab /> },
  { id: 'erasures', title: 'Erasures', content: <ErasuresTab /> },
  { id: 'backups', title: 'Backups', content: <BackupsTab /> },
  { id: 'security', title: 'Security', content: <SecurityTab /> },
  { id: 'about', title: 'About', content: <AboutTab /> },
] as const;

/** The tab where a record of this prefix is shown. */
const TAB_OF_PREFIX: Readonly<Record<string, string>> = {
  tsk: 'tasks',
  dec: 'decisions',
  hld: 'holds',
  cal: 'working-days',
  pur: 'purposes',
  rol: 'roles',
  acc: 'access',
  rev: 'review',
  sup: 'suppliers',
  ivc: 'invoices',
};

export function OfficeRoom() {
  const rest = useNavigation((place) => place.rest);
  const wanted = TAB_OF_PREFIX[rest.slice(0, rest.indexOf('_'))] ?? rest.split('/')[0];
  const tab = OFFICE_TABS.find(({ id }) => id === wanted)?.id ?? 'policy';
  return (
    <div className="page">
      <PageHeader title="Office" />
      <Tabs
        label="Office"
        value={tab}
        onChange={(id) => go('office', id)}
        tabs={OFFICE_TABS}
        isVertical
      />
    </div>
  );
}
