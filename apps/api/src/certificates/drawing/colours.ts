// Colours of the printed certificate: always the light ones, whatever the screen shows.
export const colours = {
  sheet: '#FFFEFB',
  ink: '#1D1B16',
  softInk: '#565044',
  indigo: '#1E4780',
  deepIndigo: '#112748',
  paleIndigo: '#D5E2F2',
  indigoLine: '#B5CCE8',
  midIndigo: '#6490C7',
  gold: '#F2B134',
  paleGold: '#FDF2DA',
  darkGold: '#7D5200',
  red: '#A82E1C',
  shadowPetal: '#EFF1F4',
  goldPetal: '#FAF5E9',
} as const;
