// How blocks are named in a page, for links to them and for whoever watches them. Apart, so that a page may link to a
// block without loading the blocks.

/** The id of a block's element. */
export const blockAnchor = (blockId: string) => `block-${blockId}`;
/** The attribute that names the last point of a block; when that is on the screen, the block was seen to its end. */
export const endAttribute = 'data-block-end';
