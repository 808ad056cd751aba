import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { discardDraft } from '../../../../month/teamRulebooks';
import { changeLines } from '../../../../month/views/rulebookEditChanges';
import type { WorkingRulebook } from '../../../../month/views/rulebookEdit';
import { Disclosure } from '../../../parts/Disclosure';
import { Bar } from '../../../parts/Problems';
import { usePane, useSay } from '../../../state/usePane';
import { useStyles } from '../../../styles';
import { PublishPanel } from './PublishPanel';

/** What the draft changes, and what can be done with it. */
export function DraftBar({ work }: { readonly work: WorkingRulebook }) {
  const { model, state } = usePane();
  const say = useSay();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [asked, setAsked] = useState<'publish' | 'discard' | undefined>();
  const [said, setSaid] = useState<string | undefined>();
  const { language, settings } = state;
  if (work.draft === undefined) {
    const { version, effectiveFrom } = work.working;
    return (
      <>
        {said !== undefined && <Bar intent="success">{said}</Bar>}
        <p className={styles.small}>{say('edit.noDraft', { id: work.id, version, from: effectiveFrom })}</p>
      </>
    );
  }
  const lines = changeLines(work, settings, model.today, language);
  const head =
    work.inForce === undefined
      ? say('edit.draft.new', { count: work.draft.clauses.length })
      : say('edit.draft', { count: lines.length });
  return (
    <section className={styles.card} aria-label={say('edit.draft.section')}>
      {lines.length === 0 ? (
        <p className={`${styles.padded} ${styles.text} ${styles.strong}`}>{head}</p>
      ) : (
        <Disclosure
          head={<span className={`${styles.strong} ${styles.grow}`}>{head}</span>}
          isOpen={isOpen}
          onToggle={setOpen}
        >
          <ul className={styles.list}>
            {lines.map(({ clause, text, reference }) => (
              <li key={`${clause ?? ''} ${text}`} className={styles.small} style={{ paddingTop: '4px' }}>
                {clause !== undefined && <span className={styles.strong}>{clause} </span>}
                {text}
                {reference !== '' && say('edit.because', { reference })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <div className={styles.padded}>
        <p className={styles.small}>{say('edit.draft.why')}</p>
        <div className={styles.wrap} style={{ paddingTop: '6px' }}>
          <Button
            size="small"
            disabled={state.isBusy}
            onClick={() => {
              model.tryDraft(work.id);
            }}
          >
            {say('edit.try')}
          </Button>
          <Button
            size="small"
            aria-expanded={asked === 'publish'}
            onClick={() => {
              setAsked(asked === 'publish' ? undefined : 'publish');
            }}
          >
            {say('edit.publish')}
          </Button>
          <Button
            size="small"
            aria-expanded={asked === 'discard'}
            onClick={() => {
              setAsked(asked === 'discard' ? undefined : 'discard');
            }}
          >
            {say('edit.discard')}
          </Button>
        </div>
        {asked === 'publish' && (
          <PublishPanel
            draft={work.draft}
            inForce={work.inForce}
            onCancel={() => {
              setAsked(undefined);
            }}
            onPublished={(version) => {
              setAsked(undefined);
              const words = say('edit.published', { version });
              setSaid(words);
              model.announce(words);
            }}
          />
        )}
        {asked === 'discard' && (
          <div className={styles.column} style={{ paddingTop: '8px' }}>
            <p className={styles.text}>{say('edit.discard.ask', { count: lines.length })}</p>
            <div className={styles.wrap}>
              <Button
                size="small"
                appearance="primary"
                disabled={state.isBusy}
                onClick={() => {
                  setAsked(undefined);
                  void model.settle(discardDraft(work.id)).then((done) => {
                    if (!done) return;
                    setSaid(say('edit.discarded'));
                    model.announce(say('edit.discarded'));
                  });
                }}
              >
                {say('edit.discard.yes')}
              </Button>
              <Button
                size="small"
                onClick={() => {
                  setAsked(undefined);
                }}
              >
                {say('edit.keep')}
              </Button>
            </div>
          </div>
        )}
      </div>
    </section>
  );
}
