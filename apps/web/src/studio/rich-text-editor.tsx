// Writing a text: Tiptap held to the rich text of the contract. Loaded only where a text is edited.
import type { RichText } from '@onetouch/contract';
import { EditorContent, mergeAttributes, Node, useEditor, type Extensions } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useRef, useState } from 'react';
import styles from './rich-text-editor.module.css';
import { isLinkAddress, toRichText, type LooseNode } from './rich-text-json.js';
import { RichTextToolbar } from './rich-text-toolbar.js';

/** A list item of paragraphs only: lists have one level. */
const FlatListItem = Node.create({
  name: 'listItem',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** What can be written: paragraphs, two headings, bold, italic, links, lists of one level, line breaks. */
const richTextExtensions: Extensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    horizontalRule: false,
    listItem: false,
    strike: false,
    trailingNode: false,
    underline: false,
    heading: { levels: [2, 3] },
    link: {
      openOnClick: false,
      autolink: false,
      defaultProtocol: 'https',
      isAllowedUri: (address) => isLinkAddress(address),
    },
  }),
  FlatListItem,
];

export interface RichTextEditorProps {
  id: string;
  label: string;
  /** The text at first; afterwards the editor has it. */
  doc: RichText;
  isFrozen: boolean;
  onChange: (doc: RichText) => void;
  onBlur: () => void;
}

/** The text with its toolbar, which stands below it while one writes, so that the text does not jump. */
export function RichTextEditor({ id, label, doc, isFrozen, onChange, onBlur }: RichTextEditorProps) {
  const [isActive, setIsActive] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const editor = useEditor({
    extensions: richTextExtensions,
    content: doc.content.length > 0 ? doc : { type: 'doc', content: [{ type: 'paragraph' }] },
    editable: !isFrozen,
    injectCSS: false,
    editorProps: {
      attributes: { id, role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, lang: 'vi' },
    },
    onUpdate: ({ editor: now }) => onChange(toRichText(now.getJSON() as LooseNode)),
  });
  useEffect(() => {
    editor.setEditable(!isFrozen, false);
  }, [editor, isFrozen]);
  return (
    <div
      ref={frame}
      className={styles['frame']}
      onFocus={() => setIsActive(true)}
      onBlur={({ relatedTarget }) => {
        if (frame.current?.contains(relatedTarget)) return;
        setIsActive(false);
        onBlur();
      }}
    >
      <EditorContent editor={editor} className={styles['text']} />
      {isActive && !isFrozen && <RichTextToolbar editor={editor} />}
    </div>
  );
}
