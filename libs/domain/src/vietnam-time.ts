// The clock of Viet Nam: one zone for the whole country, without summer time since 1975. Knows no calendar.

/** The name of the zone in the IANA database. */
export const vietnamTimeZone = 'Asia/Ho_Chi_Minh';

/** Hours ahead of UTC, all the year. */
export const vietnamHoursAhead = 7;
