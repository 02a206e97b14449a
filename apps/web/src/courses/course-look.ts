// How a course looks before a word of it is read: the motif tells the topic, the colours tell whom it is for.
import type { Audience, Level, Topic } from '@onetouch/contract';
import type { TileMotif, TileSet } from '../ui/course-tile.js';

/** In the order in which they are offered. */
export const audiences = ['government', 'sme', 'resident'] as const satisfies readonly Audience[];
export const topics = [
  'public-services',
  'safety',
  'payment',
  'commerce',
  'digital-government',
  'ai',
] as const satisfies readonly Topic[];
export const levels = ['basic', 'intermediate', 'advanced'] as const satisfies readonly Level[];

export const motifOf: Record<Topic, TileMotif> = {
  'public-services': 'hoa',
  safety: 'thoi',
  payment: 'vong',
  commerce: 'vay',
  'digital-government': 'dan',
  ai: 'sao',
};

export const setOf: Record<Audience, TileSet> = { government: 'cham', sme: 'nghe', resident: 'la' };

/** The motif that stands for an audience where no course is meant. */
export const motifOfAudience: Record<Audience, TileMotif> = {
  government: 'dan',
  sme: 'vay',
  resident: 'hoa',
};
