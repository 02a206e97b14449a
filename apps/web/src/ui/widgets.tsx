// Mantine, for what it does better than the browser: comboboxes, tabs, menus, trees. Only pages that use one of its
// widgets load this file, wrap themselves in `Widgets`, and import the style file of each further widget that they
// draw, after this one (`@mantine/core/styles/Tabs.css`). A combobox costs 44 KB of compressed script in all.
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/Combobox.css';
import {
  createTheme,
  MantineProvider,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';
import type { ReactNode } from 'react';
import { useTheme } from './theme.js';

const scale = (text: string) => text.split(' ').map((hex) => `#${hex}`) as unknown as MantineColorsTuple;

const theme = createTheme({
  colors: {
    cham: scale('E9F0F9 D5E2F2 B5CCE8 9DBCE6 6490C7 3F72B3 285A9B 1E4780 183866 112748'),
    nghe: scale('FDF2DA F9E0AC F6D083 F4C15A F2B134 D99A1C B57A00 966400 7D5200 5A3B00'),
    la: scale('E5F2EA C4E2D0 9CCDB1 6FB590 4FA37B 3B9468 2A7E56 1B6B45 145537 0D3D27'),
    son: scale('FBEAE6 F3CCC3 E9A698 DE7F6C D3604A C9452F B83824 A82E1C 872416 631A10'),
    // Mantine draws borders and grounds with these two, by index.
    gray: scale('FAF7F1 F2EDE3 E3DCCE E3DCCE 857C6B 857C6B 6F6858 565044 3A362D 1D1B16'),
    dark: scale('F1ECE1 BDB6A6 9C9585 7E7869 7E7869 323846 1C2028 14171D 10131A 0B0D12'),
    da: scale('FAF7F1 F2EDE3 E3DCCE CFC6B5 B9AF9B 9C927F 857C6B 6F6858 565044 1D1B16'),
  },
  primaryColor: 'cham',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  fontFamily: 'var(--font)',
  defaultRadius: 8,
  respectReducedMotion: true,
  components: {
    Input: {
      vars: () => ({
        wrapper: { '--input-height': '48px', '--input-fz': '1rem', '--input-padding': '16px' },
      }),
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
});

const names = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-error': 'var(--error)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control)',
};

/** Mantine's names point to our tokens, so that both themes are decided in one place. */
const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: names, dark: names });

/** Everything that a Mantine widget needs around it. */
export function Widgets({ children }: { children: ReactNode }) {
  const { theme: colorScheme } = useTheme();
  return (
    <MantineProvider theme={theme} forceColorScheme={colorScheme} cssVariablesResolver={cssVariablesResolver}>
      {children}
    </MantineProvider>
  );
}
