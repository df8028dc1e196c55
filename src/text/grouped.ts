/** Digits in threes, as Vietnamese set them apart with points and English with commas: `5561` is 5.561 and 5,561. */
export const grouped = (digits: string, sign: '.' | ','): string => digits.replace(/\B(?=(?:\d{3})+$)/g, sign)
