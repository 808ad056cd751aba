import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useStyles } from '../styles';
import { ChevronIcon } from './icons';

const useOwnStyles = makeStyles({
  head: { padding: '8px 10px', alignItems: 'center' },
  body: { padding: '2px 10px 10px' },
  flush: { padding: 0 },
  heading: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  open: { backgroundColor: tokens.colorNeutralBackground1 },
});

export interface DisclosureProps {
  readonly head: ReactNode;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
  readonly children: ReactNode;
  /** The content reaches to the edges. */
  readonly isFlush?: boolean;
  readonly level?: 2 | 3;
}

/** A line that opens in place. */
export function Disclosure({ head, isOpen, onToggle, children, isFlush, level = 2 }: DisclosureProps) {
  const styles = useStyles();
  const own = useOwnStyles();
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div>
      <Heading className={own.heading}>
        <button
          type="button"
          className={mergeClasses(styles.rowButton, own.head)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => {
            onToggle(!isOpen);
          }}
        >
          {head}
          <ChevronIcon isOpen={isOpen} />
        </button>
      </Heading>
      {isOpen && (
        <div id={id} className={isFlush === true ? own.flush : own.body}>
          {children}
        </div>
      )}
    </div>
  );
}
