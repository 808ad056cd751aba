import type { ReactNode } from 'react';

interface IconProps {
  readonly children: ReactNode;
}

/** Drawn in the colour of the text, for eyes only. */
function Icon({ children }: IconProps) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flexShrink: 0, alignSelf: 'center' }}
    >
      {children}
    </svg>
  );
}

export const ChevronIcon = ({ isOpen }: { readonly isOpen: boolean }) => (
  <Icon>
    <path d={isOpen ? 'M4 6l4 4 4-4' : 'M6 4l4 4-4 4'} />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="M3.5 8.5l3 3 6-7" />
  </Icon>
);

export const AlertIcon = () => (
  <Icon>
    <path d="M8 2.5l6 10.5H2L8 2.5z" />
    <path d="M8 6.5v3M8 11.4v.1" />
  </Icon>
);

export const CircleIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="4.5" />
  </Icon>
);

export const ArrowIcon = () => (
  <Icon>
    <path d="M3.5 8h9M9 4.5L12.5 8 9 11.5" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M12.5 8h-9M7 4.5L3.5 8 7 11.5" />
  </Icon>
);

export const RefreshIcon = () => (
  <Icon>
    <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.8h-2.8" />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="2.1" />
    <path d="M8 1.8v1.7M8 12.5v1.7M1.8 8h1.7M12.5 8h1.7M3.6 3.6l1.2 1.2M11.2 11.2l1.2 1.2M12.4 3.6l-1.2 1.2M4.8 11.2l-1.2 1.2" />
  </Icon>
);

export const CrossIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
);
