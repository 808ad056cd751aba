import { useState } from 'react';
import type { RibbonButton, RibbonTab } from './manifest';

/** The add-in's own tabs as its manifest describes them. */
export function Ribbon({
  label,
  tabs,
  onPress,
}: {
  readonly label: string;
  readonly tabs: readonly RibbonTab[];
  readonly onPress: (button: RibbonButton) => void;
}) {
  const [chosen, choose] = useState<string>();
  const shown = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
  if (!shown) return null;
  return (
    <div className="ribbon" aria-label={label} role="region">
      <div role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            aria-selected={tab === shown}
            aria-controls="ribbon-groups"
            onClick={() => choose(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div className="groups" id="ribbon-groups" role="tabpanel" aria-label={shown.label}>
        {shown.groups.map((group) => (
          <div className="group" key={group.id} role="group" aria-label={group.label}>
            <div>
              {group.buttons.map((button) => (
                <button
                  key={button.id}
                  id={button.id}
                  type="button"
                  className="command"
                  title={button.tip}
                  onClick={() => onPress(button)}
                >
                  {button.icon === undefined ? <i aria-hidden="true" /> : <img src={button.icon} alt="" />}
                  {button.label}
                </button>
              ))}
            </div>
            <span aria-hidden="true">{group.label}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
