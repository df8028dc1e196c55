/** "ngày 13 tháng 01 năm 2023": a zero only before days below 10 and months 1 and 2 (Nghị định 30/2020/NĐ-CP, phụ lục I). */
export function formatDayInFull(day: string): string {
  const [year, month = '', date] = day.split('-')
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}
