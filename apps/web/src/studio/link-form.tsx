// Where a piece of text leads: an https, mailto or tel address, or nowhere any more.
import type { Editor } from '@tiptap/react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.js';
import { TextInput } from '../ui/text-input.js';
import styles from './rich-text-editor.module.css';
import { isLinkAddress } from './rich-text-json.js';

/** `example.gov.vn` is meant as `https://example.gov.vn`, an e-mail address as a letter to it. */
function completed(typed: string): string {
  const address = typed.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return /^[^\s@/]+@[^\s@/]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
}

/** The form below the toolbar; it goes away when it is done. */
export function LinkForm({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation('studio');
  const before: unknown = editor.getAttributes('link')['href'];
  const [address, setAddress] = useState(typeof before === 'string' ? before : '');
  const [error, setError] = useState<string>();
  const id = useId();
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const set = () => {
    const href = completed(address);
    if (!address.trim() || !isLinkAddress(href)) return setError(t('text.linkWrong'));
    const chain = editor.chain().focus().extendMarkRange('link');
    // Without a selection the address itself becomes the text.
    if (editor.state.selection.empty && !editor.isActive('link'))
      chain
        .insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] })
        .run();
    else chain.setLink({ href }).run();
    onDone();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onDone();
  };
  return (
    <div className={styles['link']}>
      <TextInput
        id={id}
        label={t('text.linkAddress')}
        hint={t('text.linkHint')}
        error={error}
        inputMode="url"
        autoComplete="off"
        value={address}
        onChange={({ target }) => setAddress(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') set();
          if (event.key === 'Escape') onDone();
        }}
      />
      <div className={styles['buttons']}>
        <Button look="outlined" onClick={set}>
          {t('text.setLink')}
        </Button>
        {typeof before === 'string' && (
          <Button look="text" onClick={remove}>
            {t('text.removeLink')}
          </Button>
        )}
      </div>
    </div>
  );
}
