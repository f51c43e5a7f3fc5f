import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

/** Parts of a room, side by side or, where they are many, one under the other; the chosen one is the caller's to keep. */
export function Tabs<T extends string>({
  label,
  value,
  onChange,
  tabs,
  isVertical = false,
}: {
  label: string;
  value: T;
  onChange: (value: T) => void;
  tabs: readonly { id: T; title: string; content: ReactNode; isFirstOfGroup?: boolean }[];
  isVertical?: boolean;
}) {
  const choose = (key: unknown) => {
    const tab = tabs.find(({ id }) => id === key);
    if (tab) onChange(tab.id);
  };
  return (
    <AriaTabs
      className={isVertical ? 'tabs tabs-vertical' : 'tabs'}
      orientation={isVertical ? 'vertical' : 'horizontal'}
      selectedKey={value}
      onSelectionChange={choose}
    >
      <TabList className="tab-list" aria-label={label}>
        {tabs.map(({ id, title, isFirstOfGroup }) => (
          <Tab key={id} id={id} className={isFirstOfGroup ? 'tab tab-first' : 'tab'}>
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
