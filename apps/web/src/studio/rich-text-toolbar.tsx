// The toolbar of a text: every tool with its word; one stop for the Tab key, arrows go from tool to tool.
import { useEditorState, type Editor } from '@tiptap/react';
import IconBold from '@tabler/icons-react/dist/esm/icons/IconBold.mjs';
import IconH2 from '@tabler/icons-react/dist/esm/icons/IconH2.mjs';
import IconH3 from '@tabler/icons-react/dist/esm/icons/IconH3.mjs';
import IconItalic from '@tabler/icons-react/dist/esm/icons/IconItalic.mjs';
import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconList from '@tabler/icons-react/dist/esm/icons/IconList.mjs';
import IconListNumbers from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs';
import { useState, type ComponentType, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkForm } from './link-form.js';
import styles from './rich-text-editor.module.css';

type ToolName = 'bold' | 'italic' | 'heading2' | 'heading3' | 'bulletList' | 'orderedList';
interface Tool {
  Icon: ComponentType<{ size: number }>;
  isOn: (editor: Editor) => boolean;
  use: (editor: Editor) => void;
}

const tools: Record<ToolName, Tool> = {
  bold: {
    Icon: IconBold,
    isOn: (editor) => editor.isActive('bold'),
    use: (editor) => editor.chain().focus().toggleBold().run(),
  },
  italic: {
    Icon: IconItalic,
    isOn: (editor) => editor.isActive('italic'),
    use: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  heading2: {
    Icon: IconH2,
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
    use: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  heading3: {
    Icon: IconH3,
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
    use: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  },
  bulletList: {
    Icon: IconList,
    isOn: (editor) => editor.isActive('bulletList'),
    use: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  orderedList: {
    Icon: IconListNumbers,
    isOn: (editor) => editor.isActive('orderedList'),
    use: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
};
const names = Object.keys(tools) as ToolName[];

function goByArrow(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  buttons.at((at + step) % buttons.length)?.focus();
  event.preventDefault();
}

/** The tools, pressed where the cursor stands in what they make. */
export function RichTextToolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('studio');
  const [isLinking, setIsLinking] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      Object.fromEntries([
        ...names.map((name) => [name, tools[name].isOn(now)]),
        ['link', now.isActive('link')],
      ]) as Record<ToolName | 'link', boolean>,
  });
  return (
    <>
      {/* The buttons have the focus; the bar only hears their arrows. */}
      <div role="toolbar" aria-label={t('text.tools')} className={styles['bar']} onKeyDown={goByArrow}>
        {names.map((name, index) => {
          const { Icon, use } = tools[name];
          return (
            <button
              key={name}
              type="button"
              tabIndex={index === 0 ? 0 : -1}
              aria-pressed={on[name]}
              className={styles['tool']}
              onClick={() => use(editor)}
            >
              <Icon size={20} aria-hidden="true" />
              {t(`text.${name}`)}
            </button>
          );
        })}
        <button
          type="button"
          tabIndex={-1}
          aria-expanded={isLinking}
          aria-pressed={on.link}
          className={styles['tool']}
          onClick={() => setIsLinking(!isLinking)}
        >
          <IconLink size={20} aria-hidden="true" />
          {t('text.link')}
        </button>
      </div>
      {isLinking && <LinkForm editor={editor} onDone={() => setIsLinking(false)} />}
    </>
  );
}
