import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** Excel's green. */
const green: BrandVariants = {
  10: '#04150b',
  20: '#0a2817',
  30: '#0b3a20',
  40: '#0b4a28',
  50: '#0c5a30',
  60: '#0d6637',
  70: '#0e703c',
  80: '#107c41',
  90: '#1f8b50',
  100: '#3a9d67',
  110: '#54ae7d',
  120: '#6fbf93',
  130: '#8bcfa9',
  140: '#a8dec0',
  150: '#c6ebd6',
  160: '#e4f6ec',
};

const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const light: Theme = { ...createLightTheme(green), fontFamilyBase };
const dark: Theme = {
  ...createDarkTheme(green),
  fontFamilyBase,
  colorBrandForeground1: green[120],
  colorBrandForegroundLink: green[130],
  colorBrandForegroundLinkHover: green[140],
};

/** Office's theme where it tells one, else what the system prefers. Forced colours are the browser's own matter. */
export function useTheme(): Theme {
  return useIsDark() ? dark : light;
}

/** For what browsers draw themselves. */
export const useIsDark = (): boolean => useSyncExternalStore(onThemeChange, isDark);

const PREFERS_DARK = '(prefers-color-scheme: dark)';

function onThemeChange(listener: () => void): () => void {
  const query = window.matchMedia(PREFERS_DARK);
  query.addEventListener('change', listener);
  // Office changes its theme while the pane is not in focus and tells nobody in Excel.
  window.addEventListener('focus', listener);
  return () => {
    query.removeEventListener('change', listener);
    window.removeEventListener('focus', listener);
  };
}

function isDark(): boolean {
  const background = officeBackground();
  if (background !== undefined) return luminance(background) < 0.4;
  return window.matchMedia(PREFERS_DARK).matches;
}

/** `#rrggbb` of the pane, undefined where the host has no themes. */
function officeBackground(): string | undefined {
  if (typeof Office === 'undefined') return undefined;
  const context = Office.context as Partial<Office.Context> | undefined;
  const color = context?.officeTheme?.bodyBackgroundColor;
  return color !== undefined && /^#[0-9a-f]{6}$/i.test(color) ? color : undefined;
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
