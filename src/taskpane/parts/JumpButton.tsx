import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane, useSay } from '../state/usePane';

export interface JumpButtonProps {
  readonly sheet: string;
  readonly address: string;
  readonly children?: ReactNode;
}

/** Goes to a cell of the workbook. */
export function JumpButton({ sheet, address, children }: JumpButtonProps) {
  const { model } = usePane();
  const say = useSay();
  return (
    <Link
      as="button"
      onClick={() => {
        void model.jump(sheet, address);
      }}
    >
      {children ?? say('pane.cell', { sheet, address })}
    </Link>
  );
}
