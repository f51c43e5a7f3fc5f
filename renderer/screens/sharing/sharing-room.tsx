/** What leaves the vault for other officers, and what comes from them. */
import { useEffect } from 'react';
import { PageHeader } from '../../components/layout.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go, useNavigation } from '../../stores/navigation.ts';
import { loadCards } from '../../stores/sharing.ts';
import { AdequacyTab } from './adequacy-tab.tsx';
import { CardsTab } from './cards-tab.tsx';
import { DisclosuresTab } from './disclosures-tab.tsx';
import { ReaderPane } from './reader-pane.tsx';
import { SealTab } from './seal-tab.tsx';
import { TransfersTab } from './transfers-tab.tsx';
import './sharing.css';

/** The parts of the room, in order. */
export const SHARING_TABS = [
  'seal',
  'read',
  'card',
  'transfers',
  'disclosures',
  'adequacy',
] as const;
type TabName = (typeof SHARING_TABS)[number];

export function SharingRoom() {
  const { rest } = useNavigation();
  useEffect(() => {
    void loadCards();
  }, []);
  return (
    <div className="page sharing">
      <PageHeader title="Sharing" />
      <Tabs<TabName>
        label="Parts of sharing"
        value={tabOf(rest)}
        onChange={(tab) => go('sharing', tab)}
        tabs={[
          { id: 'seal', title: 'Seal a bundle', content: <SealTab /> },
          { id: 'read', title: 'Open a bundle', content: <ReadTab /> },
          { id: 'card', title: 'Officers’ cards', content: <CardsTab /> },
          { id: 'transfers', title: 'Transfer register', content: <TransfersTab /> },
          { id: 'disclosures', title: 'Disclosures', content: <DisclosuresTab /> },
          { id: 'adequacy', title: 'Adequacy', content: <AdequacyTab /> },
        ]}
      />
    </div>
  );
}

function ReadTab() {
  return (
    <div className="page-body">
      <ReaderPane hasVault />
    </div>
  );
}

function tabOf(rest: string): TabName {
  if (rest === 'read' || rest === 'card' || rest === 'transfers') return rest;
  if (rest.startsWith('disclosures') || rest.startsWith('dis_')) return 'disclosures';
  if (rest.startsWith('adq_') || rest.startsWith('adequacy')) return 'adequacy';
  if (rest.startsWith('crd_')) return 'card';
  return rest.startsWith('trf_') ? 'transfers' : 'seal';
}
