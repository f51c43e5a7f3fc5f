/** The consents, one with its exact words, and the wordings that they are asked in. */
import { useEffect } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { PageHeader } from '../../components/layout.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { useRoomCommands } from '../../stores/commands.ts';
import { openDocument } from '../../stores/document.ts';
import { consentsList } from '../../stores/lists.ts';
import { go, useNavigation } from '../../stores/navigation.ts';
import { loadWordings, useWordings } from '../../stores/wordings.ts';
import { ConsentsTab } from './consents-tab.tsx';
import { NewConsent } from './new-consent.tsx';
import { WordingsTab } from './wordings-tab.tsx';
import './consents.css';

const create = () => go('consents', 'new');

const TABS = [
  { id: '', title: 'Given and asked for', content: <ConsentsTab onCreate={create} /> },
  { id: 'wordings', title: 'Wordings', content: <WordingsTab /> },
] as const;

export function ConsentsRoom() {
  const { rest } = useNavigation();
  const list = consentsList.use();
  useRoomCommands({ new: create });
  return (
    <div className="page consents">
      <PageHeader title="Consents" remark={list.ready && list.all > 0 ? String(list.all) : null}>
        <BlankForms />
        <Button icon="plus" variant="primary" onPress={create}>
          New consent
        </Button>
      </PageHeader>
      <Tabs
        label="Consents"
        value={rest === 'wordings' || rest.startsWith('wrd_') ? 'wordings' : ''}
        onChange={(id) => go('consents', id)}
        tabs={TABS}
      />
      {rest === 'new' && <NewConsent onClose={() => go('consents')} />}
    </div>
  );
}

/** A form to print and sign, for any wording. */
function BlankForms() {
  useEffect(() => void loadWordings(), []);
  const wordings = useWordings(({ all }) => all);
  return (
    <MenuTrigger>
      <Button icon="print">Blank form</Button>
      <Popover className="popover" offset={4}>
        <Menu
          className="options"
          onAction={(wording) =>
            void openDocument({ what: 'consent-form', wording: String(wording) })
          }
        >
          {wordings.map(({ wording: { id, title, version } }) => (
            <MenuItem key={id} id={id} className="option" textValue={title}>
              {title} <span className="muted">version {version}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
