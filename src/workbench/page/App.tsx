import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { t } from '../../i18n';
import { FileMenu } from './FileMenu';
import { PaneFrame } from './PaneFrame';
import { Ribbon } from './Ribbon';
import { PANE_WIDTH, Splitter } from './Splitter';
import type { Workbench } from './workbench';

/** The page: file and language on top, the add-in's ribbon, the spreadsheet, and the pane beside it. */
export function App({ workbench }: { readonly workbench: Workbench }) {
  const state = useSyncExternalStore(workbench.subscribe, () => workbench.state);
  const grid = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(PANE_WIDTH.usual);
  const { language, manifest, notice } = state;

  useEffect(() => {
    if (grid.current) void workbench.start(grid.current);
  }, [workbench]);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = `${state.fileName} - ${t(language, 'workbench.title')}`;
  }, [language, state.fileName]);

  return (
    <>
      <div className="bar">
        <div className="mark" aria-hidden="true">
          Q
        </div>
        <FileMenu
          language={language}
          onOpen={(file) => void workbench.openFile(file)}
          onSample={() => void workbench.openSample()}
          onDownload={() => workbench.download()}
        />
        <div className="book">
          {state.fileName}
          <small>{t(language, state.busy ? 'workbench.loading' : 'workbench.local')}</small>
        </div>
        <button
          type="button"
          title={t(language, 'workbench.languageHint')}
          onClick={() => workbench.setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {t(language, 'workbench.language')}
        </button>
      </div>
      {manifest && (
        <Ribbon
          label={t(language, 'workbench.ribbon')}
          tabs={manifest.tabs}
          onPress={(button) => workbench.press(button)}
        />
      )}
      <div className="work">
        <div className="grid" ref={grid} />
        {/* A closed pane stays in the page: its runtime is shared with the functions and commands. */}
        <div style={{ display: state.paneOpen ? 'contents' : 'none' }}>
          <Splitter label={t(language, 'workbench.widen')} width={width} onResize={setWidth} />
          <aside className="pane" style={{ width }} aria-label={t(language, 'workbench.pane')}>
            <PaneFrame
              workbench={workbench}
              language={language}
              title={manifest?.name ?? t(language, 'workbench.pane')}
              onClose={() => workbench.showPane(false)}
            />
          </aside>
        </div>
      </div>
      {notice !== undefined && (
        <div className="notice" role="alert">
          <span>{notice}</span>
          <button type="button" onClick={() => workbench.dismiss()}>
            {t(language, 'workbench.dismiss')}
          </button>
        </div>
      )}
    </>
  );
}
