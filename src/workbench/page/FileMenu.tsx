import { useEffect, useRef, useState } from 'react';
import { t, type Language } from '../../i18n';

const ITEMS = ['workbench.open', 'workbench.download', 'workbench.sample'] as const;

/** Opens a workbook file, offers the result for download, or goes back to the sample. */
export function FileMenu({
  language,
  onOpen,
  onSample,
  onDownload,
}: {
  readonly language: Language;
  readonly onOpen: (file: File) => void;
  readonly onSample: () => void;
  readonly onDownload: () => void;
}) {
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event): void => {
      const outside = event instanceof KeyboardEvent ? event.key === 'Escape' : !inside(menu.current, event);
      if (outside) setOpen(false);
    };
    document.addEventListener('pointerdown', leave, true);
    document.addEventListener('keydown', leave, true);
    return () => {
      document.removeEventListener('pointerdown', leave, true);
      document.removeEventListener('keydown', leave, true);
    };
  }, [open]);
  const choose = (key: (typeof ITEMS)[number]): void => {
    setOpen(false);
    if (key === 'workbench.open') picker.current?.click();
    else if (key === 'workbench.download') onDownload();
    else onSample();
  };
  return (
    <div className="menu" ref={menu}>
      <button type="button" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(language, 'workbench.file')}
      </button>
      {open && (
        <ul role="menu">
          {ITEMS.map((key) => (
            <li role="none" key={key}>
              <button type="button" role="menuitem" data-item={key} onClick={() => choose(key)}>
                {t(language, key)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={picker}
        type="file"
        accept=".xlsx,.xlsm"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onOpen(file);
        }}
      />
    </div>
  );
}

function inside(element: HTMLElement | null, event: Event): boolean {
  return event.target instanceof Node && element?.contains(event.target) === true;
}
