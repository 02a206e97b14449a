// An answer to choose: the whole row, by mouse and keyboard, with words for what is shown by signs.
import { describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ChoiceOption, type ChoiceOptionProps } from './choice-option.js';

const texts = ['Đúng', 'Sai'];

function Options(props: Omit<ChoiceOptionProps, 'children'>) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <fieldset>
      {texts.map((text) => (
        <ChoiceOption
          key={text}
          name="cau-1"
          {...props}
          checked={chosen.includes(text)}
          onChange={(event) => {
            const others = props.isMultiple ? chosen.filter((one) => one !== text) : [];
            setChosen(event.target.checked ? [...others, text] : others);
          }}
        >
          {text}
        </ChoiceOption>
      ))}
    </fieldset>
  );
}

describe('an answer option', () => {
  it('is chosen by a press anywhere on its row, and replaces the other', async () => {
    render(<Options />);
    await userEvent.click(screen.getByText('Đúng'));
    await userEvent.click(screen.getByText('Sai'));
    expect(screen.getByRole('radio', { name: 'Đúng' })).not.toBeChecked();
    expect(screen.getByRole('radio', { name: 'Sai' })).toBeChecked();
  });

  it('stands beside the others where several may be chosen', async () => {
    render(<Options isMultiple />);
    await userEvent.click(screen.getByText('Đúng'));
    await userEvent.click(screen.getByText('Sai'));
    for (const option of screen.getAllByRole('checkbox')) expect(option).toBeChecked();
  });

  it('is reached by Tab and changed by the arrow keys', async () => {
    render(<Options />);
    await userEvent.tab();
    await userEvent.keyboard(' {ArrowDown}');
    expect(screen.getByRole('radio', { name: 'Sai' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Sai' })).toHaveFocus();
  });

  it('is called by its text and not by its letter, and says its verdict in words', () => {
    render(
      <ChoiceOption letter="A" size="large" verdict={{ isRight: false, words: 'Chưa đúng' }} textLang="vi">
        Con cháu
      </ChoiceOption>,
    );
    expect(screen.getByRole('radio')).toHaveAccessibleName(/^Con cháu\s*Chưa đúng$/);
    expect(screen.getByText('Con cháu')).toHaveAttribute('lang', 'vi');
  });

  it('that is closed takes no choice', async () => {
    const onChange = jest.fn();
    render(
      <ChoiceOption disabled onChange={onChange}>
        Con cháu
      </ChoiceOption>,
    );
    await userEvent.click(screen.getByText('Con cháu'));
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.getByRole('radio', { name: 'Con cháu' })).toBeDisabled();
  });
});
