import { blockOfCell } from '../../model/address';
import { Bag, type Json } from '../../model/bag';
import type { Sheet } from '../../model/sheet';
import { asText, isoMoment } from '../arguments';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../errors';
import { EventType } from '../events';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import { addressed, isRange, makeRange } from '../ranges';
import type { CommentModel } from '../../model/parts';

interface CommentTarget {
  readonly sheet: Sheet;
  readonly comment: CommentModel;
}
interface ReplyTarget extends CommentTarget {
  readonly reply: Bag;
}
type CommentObject = HostObject<CommentTarget>;
type ReplyObject = HostObject<ReplyTarget>;

/** Name of whoever is signed in; Excel would give the person's. */
const AUTHOR = 'User';

function commentsOf(view: HostObject): CommentTarget[] {
  const sheets =
    view.parent?.type === 'Worksheet' ? [view.parent.target as Sheet] : view.core.workbook.sheets;
  return sheets.flatMap((sheet) => sheet.comments.map((comment) => ({ sheet, comment })));
}

const commentObject = (view: HostObject, target: CommentTarget): CommentObject =>
  new HostObject(view.core, 'Comment', view, target, target.comment.bag);

/** `mentions` come as rich content with the text in `richContent`. */
function contentOf(content: Argument): Record<string, Json> {
  if (typeof content === 'string') {
    if (content === '') throw invalidArgument();
    return { Content: content, RichContent: content, Mentions: [], ContentType: 'Plain' };
  }
  const { richContent, mentions } = content as { richContent?: string; mentions?: Json };
  if (richContent === undefined) throw invalidArgument();
  const plain = richContent.replace(/<at [^>]*>([^<]*)<\/at>/g, '@$1');
  return { Content: plain, RichContent: richContent, Mentions: mentions ?? [], ContentType: 'Mention' };
}

function newBag(view: HostObject, content: Argument): Bag {
  return new Bag({
    Id: view.core.workbook.guid(),
    AuthorName: AUTHOR,
    AuthorEmail: '',
    CreationDate: isoMoment(view.core.now()),
    Resolved: false,
    ...contentOf(content),
  });
}

function changed(
  view: HostObject,
  { sheet, comment }: CommentTarget,
  type: number,
  more: Record<string, Json>,
): void {
  view.core.workbook.emit({ kind: 'object', type: 'Comment', sheet });
  const id = asText(comment.bag.values.get('Id'));
  view.core.events.emit(type, [sheet.id, 'Workbook'], {
    worksheetId: sheet.id,
    source: 'Local',
    triggerSource: 'ThisLocalAddin',
    commentDetails: [
      { commentId: id, replyIds: comment.replies.map((each) => each.values.get('Id') ?? null) },
    ],
    ...more,
  });
}

const edited = (view: HostObject, target: CommentTarget, changeType: string): void => {
  changed(view, target, EventType.commentChanged, { changeType });
};

function add(view: HostObject, address: Argument, content: Argument): HostObject {
  const home = view.parent?.type === 'Worksheet' ? (view.parent.target as Sheet) : view.core.workbook.active;
  const { sheet, block } = isRange(address) ? address.target : addressed(view.core, home, asText(address));
  if (block.top !== block.bottom || block.left !== block.right) throw invalidArgument();
  if (at(commentsOf(view), sheet, block.top, block.left)) throw itemAlreadyExists();
  const comment: CommentModel = { block: { ...block }, replies: [], bag: newBag(view, content) };
  sheet.comments.push(comment);
  changed(view, { sheet, comment }, EventType.commentAdded, {});
  return commentObject(view, { sheet, comment });
}

function at(
  all: readonly CommentTarget[],
  sheet: Sheet,
  row: number,
  column: number,
): CommentTarget | undefined {
  return all.find(
    (each) => each.sheet === sheet && each.comment.block.top === row && each.comment.block.left === column,
  );
}

const idIs = (bag: Bag, id: Argument): boolean => bag.values.get('Id') === id;
const replyObject = (view: HostObject, target: ReplyTarget): ReplyObject =>
  new HostObject(view.core, 'CommentReply', view, target, target.reply);

export const commentBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  CommentCollection: behaviour({
    items: (view) => commentsOf(view).map((target) => commentObject(view, target)),
    call: {
      Add: add,
      GetItemByCell: (view, cell) => {
        const home =
          view.parent?.type === 'Worksheet' ? (view.parent.target as Sheet) : view.core.workbook.active;
        const target = isRange(cell) ? cell.target : addressed(view.core, home, asText(cell));
        const found = at(commentsOf(view), target.sheet, target.block.top, target.block.left);
        if (!found) throw itemNotFound();
        return commentObject(view, found);
      },
      GetItemByReplyId: (view, id) => {
        const found = commentsOf(view).find(({ comment }) => comment.replies.some((each) => idIs(each, id)));
        if (!found) throw itemNotFound();
        return commentObject(view, found);
      },
    },
  }),
  Comment: behaviour<CommentTarget>({
    set: {
      Content: (view, value) => {
        for (const [key, each] of Object.entries(contentOf(value))) view.bag.values.set(key, each);
        edited(view, view.target, 'CommentEdited');
      },
      Resolved: (view, value) => {
        view.bag.values.set('Resolved', value);
        edited(view, view.target, value === true ? 'CommentResolved' : 'CommentReopened');
      },
    },
    navigate: { Replies: (view) => new HostObject(view.core, 'CommentReplyCollection', view, view.target) },
    call: {
      UpdateMentions: (view, content) => {
        for (const [key, each] of Object.entries(contentOf(content))) view.bag.values.set(key, each);
        edited(view, view.target, 'CommentEdited');
        return null;
      },
      GetLocation: ({ core, target: { sheet, comment } }) =>
        makeRange(core, sheet, blockOfCell(comment.block.top, comment.block.left)),
      Delete: (view) => {
        const { sheet, comment } = view.target;
        const index = sheet.comments.indexOf(comment);
        if (index < 0) throw itemNotFound();
        sheet.comments.splice(index, 1);
        changed(view, view.target, EventType.commentDeleted, {});
        return null;
      },
    },
  }),
  CommentReplyCollection: behaviour<CommentTarget>({
    items: (view) => view.target.comment.replies.map((reply) => replyObject(view, { ...view.target, reply })),
    call: {
      Add: (view, content) => {
        const reply = newBag(view, content);
        view.target.comment.replies.push(reply);
        edited(view, view.target, 'ReplyAdded');
        return replyObject(view, { ...view.target, reply });
      },
    },
  }),
  CommentReply: behaviour<ReplyTarget>({
    get: {
      Resolved: ({ target: { comment } }) => comment.bag.values.get('Resolved') ?? false,
    },
    set: {
      Content: (view, value) => {
        for (const [key, each] of Object.entries(contentOf(value))) view.bag.values.set(key, each);
        edited(view, view.target, 'ReplyEdited');
      },
    },
    call: {
      UpdateMentions: (view, content) => {
        for (const [key, each] of Object.entries(contentOf(content))) view.bag.values.set(key, each);
        edited(view, view.target, 'ReplyEdited');
        return null;
      },
      GetParentComment: (view) => commentObject(view, view.target),
      GetLocation: ({ core, target: { sheet, comment } }) =>
        makeRange(core, sheet, blockOfCell(comment.block.top, comment.block.left)),
      Delete: (view) => {
        const { replies } = view.target.comment;
        const index = replies.indexOf(view.target.reply);
        if (index < 0) throw itemNotFound();
        replies.splice(index, 1);
        edited(view, view.target, 'ReplyDeleted');
        return null;
      },
    },
  }),
};
