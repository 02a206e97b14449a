// Covers: light enough to be drawn everywhere, each motif itself, silent for screen readers.
import { render } from '@testing-library/react';
import { describe, expect, it } from '@jest/globals';
import { CourseTile, tileMotifs, type TileMotif } from './course-tile.js';

const motifs = Object.keys(tileMotifs) as TileMotif[];

describe('course tiles', () => {
  it.each(motifs)('%s weighs less than one kilobyte', (motif) => {
    const { container } = render(<CourseTile motif={motif} set="la" />);
    expect(container.innerHTML.length).toBeLessThan(1_024);
  });

  it('differ from each other', () => {
    const drawn = motifs.map(
      (motif) => render(<CourseTile motif={motif} set="la" />).container.querySelector('pattern')?.innerHTML,
    );
    expect(new Set(drawn).size).toBe(6);
  });

  it('say nothing to a screen reader and take nothing from the network', () => {
    const { container } = render(<CourseTile motif="hoa" set="cham" size={24} />);
    expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true');
    expect(container.innerHTML).not.toMatch(/href|https?:/);
  });

  it('of one page do not share a pattern', () => {
    const { container } = render(
      <>
        <CourseTile motif="hoa" set="cham" />
        <CourseTile motif="sao" set="nghe" />
      </>,
    );
    const ids = [...container.querySelectorAll('pattern')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });
});
