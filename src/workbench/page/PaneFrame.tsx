import { useCallback } from 'react';
import { t, type Language } from '../../i18n';
import type { Workbench } from './workbench';

/** The add-in's page in a frame, as Excel shows it beside the sheet. */
export function PaneFrame({
  workbench,
  language,
  title,
  onClose,
}: {
  readonly workbench: Workbench;
  readonly language: Language;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { pane } = workbench.state;
  const attach = useCallback(
    (frame: HTMLIFrameElement | null) => {
      if (!frame || !pane) return;
      return workbench.attachPane(frame);
    },
    [workbench, pane],
  );
  return (
    <>
      <header>
        <span>{title}</span>
        <button
          type="button"
          aria-label={t(language, 'workbench.closePane')}
          title={t(language, 'workbench.closePane')}
          onClick={onClose}
        >
          ×
        </button>
      </header>
      {pane ? (
        <iframe
          key={pane.key}
          ref={attach}
          name={pane.name}
          src={pane.address}
          title={title}
          sandbox="allow-scripts allow-forms allow-same-origin allow-popups allow-downloads"
        />
      ) : (
        <p>{t(language, 'workbench.paneMissing')}</p>
      )}
    </>
  );
}
