// Tags as people type them: between commas.

/** The tags of a text; undefined for none. */
export function tagsOf(text: string): string[] | undefined {
  const tags = text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  return tags.length > 0 ? [...new Set(tags)] : undefined;
}

/** Tags as a text. */
export const tagText = (tags: readonly string[] | undefined) => (tags ?? []).join(', ');
