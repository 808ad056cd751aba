import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { checksOf } from '../../month/views/checks';
import { resetSettings } from '../../month/views/settle';
import { sheetLines } from '../../month/views/sheets';
import { parameterLines } from '../../month/views/rules';
import { Disclosure } from '../parts/Disclosure';
import { Mark, type MarkKind } from '../parts/Mark';
import { Bar } from '../parts/Problems';
import { usePane, useSay } from '../state/usePane';
import { useStyles } from '../styles';
import { BuildSection } from './month/BuildSection';
import { BuiltSection } from './month/BuiltSection';
import { ChecksStep } from './month/ChecksStep';
import { DataStep } from './month/DataStep';
import { RulebookStep } from './month/RulebookStep';

const useOwnStyles = makeStyles({
  step: { display: 'flex', flexGrow: 1, minWidth: 0, flexWrap: 'wrap', alignItems: 'baseline', gap: '0 8px' },
  number: {
    flexShrink: 0,
    alignSelf: 'center',
    width: '20px',
    height: '20px',
    lineHeight: '20px',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
  },
});

type Step = 'rulebook' | 'data' | 'checks';

/** First screen: rulebook, data, checks, and the one button. */
export function MonthScreen() {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const chosen = state.settings.rulebook?.id;
  const { report, isProvisional, isEmpty, phase, language, settings } = state;
  const [opened, setOpened] = useState<Partial<Record<Step, boolean>>>({});
  const toggle = (step: Step) => (isOpen: boolean) => {
    setOpened((before) => ({ ...before, [step]: isOpen }));
  };
  if (report === undefined) {
    const isWaiting = phase !== 'failed' && phase !== 'ready';
    return (
      <div className={styles.screen}>
        {isWaiting && <Spinner size="small" label={say('pane.reading')} labelPosition="after" />}
        {phase === 'ready' && state.error !== undefined && chosen !== undefined && (
          <div>
            <Button
              size="small"
              onClick={() => {
                void model.settle(resetSettings(chosen));
              }}
            >
              {say('pane.reset')}
            </Button>
          </div>
        )}
      </div>
    );
  }
  if (isEmpty) {
    return (
      <div className={styles.screen}>
        <Bar intent="info">{say('pane.empty')}</Bar>
        <p className={styles.small}>{say('pane.empty.sheets')}</p>
      </div>
    );
  }
  const sheets = sheetLines(report, language);
  const used = sheets.filter(({ mark }) => mark !== 'unused');
  const params = isProvisional ? [] : parameterLines(report, settings, language);
  const unset = params.filter(({ isOpen }) => isOpen).length;
  const checks = isProvisional ? undefined : checksOf(report, language);
  const open = checks?.open.length ?? 0;
  const hints = checks?.hints.length ?? 0;
  const waits = used.some(({ mark }) => mark === 'asks');
  return (
    <>
      <div className={styles.screen}>
        {state.built !== undefined && <BuiltSection built={state.built} />}
        <div className={styles.card}>
          <ul className={styles.rows}>
            <li>
              <Disclosure
                head={
                  <StepHead
                    number={1}
                    title={say('pane.step.rulebook')}
                    mark={isProvisional || unset > 0 ? 'asks' : 'used'}
                  >
                    {isProvisional
                      ? say('pane.rulebook.choose')
                      : unset > 0
                        ? say('pane.rulebook.unset', { count: unset })
                        : say('pane.rulebook.clauses', {
                            title: report.rulebook.title[language],
                            count: report.rulebook.clauses.length,
                          })}
                  </StepHead>
                }
                isOpen={opened.rulebook ?? (isProvisional || unset > 0)}
                onToggle={toggle('rulebook')}
              >
                <RulebookStep params={params} />
              </Disclosure>
            </li>
            <li>
              <Disclosure
                head={
                  <StepHead
                    number={2}
                    title={say('pane.step.data')}
                    mark={used.length === 0 ? 'asks' : waits && !isProvisional ? 'asks' : 'used'}
                  >
                    {say('pane.data.summary', {
                      sheets: used.length,
                      rows: used.reduce((sum, { rows }) => sum + rows, 0),
                    })}
                  </StepHead>
                }
                isOpen={opened.data ?? true}
                onToggle={toggle('data')}
                isFlush
              >
                <DataStep sheets={sheets} />
              </Disclosure>
            </li>
            {checks !== undefined && (
              <li>
                <Disclosure
                  head={
                    <StepHead number={3} title={say('pane.step.checks')} mark={open > 0 ? 'asks' : 'used'}>
                      {open + hints === 0
                        ? say('check.nothing')
                        : say('pane.checks.summary', { open, hints })}
                    </StepHead>
                  }
                  isOpen={opened.checks ?? false}
                  onToggle={toggle('checks')}
                  isFlush
                >
                  <ChecksStep checks={checks} />
                </Disclosure>
              </li>
            )}
          </ul>
        </div>
      </div>
      <BuildSection />
    </>
  );
}

interface StepHeadProps {
  readonly number: number;
  readonly title: string;
  readonly mark: MarkKind;
  readonly children: ReactNode;
}

function StepHead({ number, title, mark, children }: StepHeadProps) {
  const styles = useStyles();
  const own = useOwnStyles();
  return (
    <>
      <span className={own.number}>{number}</span>
      <span className={own.step}>
        <span className={styles.strong}>{title}</span>
        <span className={mergeClasses(styles.small)}>{children}</span>
      </span>
      <Mark kind={mark} />
    </>
  );
}
