// The title of a page: a fixed one from the router, or one that the page makes from what it loaded.
import type { ParseKeys } from 'i18next';

export type TitleKey = Extract<ParseKeys<'shell'>, `title.${string}`>;
export interface RouteHandle {
  title: TitleKey;
  titleFrom?: (data: never) => string | undefined;
}
