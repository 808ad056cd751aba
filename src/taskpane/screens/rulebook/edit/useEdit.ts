import { useState } from 'react';
import type { Problem } from '../../../../facts/problem';
import { discardDraft, saveDraft } from '../../../../month/teamRulebooks';
import { changeCount, type WorkingRulebook } from '../../../../month/views/rulebookEdit';
import type { EditResult } from '../../../../rulebook/edit';
import { usePane } from '../../../state/usePane';

export interface Edit {
  /** Why the last operation was refused; empty when it was not. */
  readonly problems: readonly Problem[];
  /** Keeps the result of an operation as the draft; true when that is done. */
  readonly keep: (result: EditResult) => Promise<boolean>;
  readonly clear: () => void;
}

/** Operations on a rulebook: what they give becomes its draft. A draft that is what is in force is thrown away. */
export function useEdit(work: WorkingRulebook): Edit {
  const { model } = usePane();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  return {
    problems,
    clear: () => {
      setProblems([]);
    },
    keep: (result) => {
      setProblems(result.ok ? [] : result.problems);
      if (!result.ok) return Promise.resolve(false);
      const { rulebook } = result;
      const isBack = work.inForce !== undefined && changeCount({ ...work, draft: rulebook }) === 0;
      return model.settle(isBack ? discardDraft(rulebook.id) : saveDraft(rulebook));
    },
  };
}
